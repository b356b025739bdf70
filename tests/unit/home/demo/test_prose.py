import pytest

from home.demo.prose import rich_text


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Kaffe\nog kage.\n\nKom igen.", "<p>Kaffe og kage.</p><p>Kom igen.</p>"),
        ("- Kaffe\n- Kage", "<ul><li>Kaffe</li><li>Kage</li></ul>"),
        ("Kom **snart**.", "<p>Kom <b>snart</b>.</p>"),
        ('Læs [mere "her"](/om/?a=1&b=2).', '<p>Læs <a href="/om/?a=1&amp;b=2">mere "her"</a>.</p>'),
        ("3 < 4 & <script>", "<p>3 &lt; 4 &amp; &lt;script&gt;</p>"),
    ],
)
def test_text_becomes_rich_text(written, html):
    assert rich_text(written) == html
