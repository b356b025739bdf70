from catalogue.presenters.prose import Block, blocks_of


def test_blocks_of_blank_lines_part_paragraphs():
    assert blocks_of("Første.\n\n \nAndet.") == [Block(["Første."]), Block(["Andet."])]


def test_blocks_of_dashes_below_a_sentence_make_a_list():
    assert blocks_of("Vi hjælper med:\n- mad\n- ture\nRing til os.") == [
        Block(["Vi hjælper med:"]),
        Block(["mad", "ture"], is_list=True),
        Block(["Ring til os."]),
    ]


def test_blocks_of_windows_line_ends_are_line_ends():
    assert blocks_of("Én\r\nto\r\n\r\ntre") == [Block(["Én", "to"]), Block(["tre"])]


def test_blocks_of_a_hyphen_inside_a_word_is_no_list():
    assert blocks_of("-30 grader\nE-sport") == [Block(["-30 grader", "E-sport"])]


def test_blocks_of_nothing_is_nothing():
    assert blocks_of("  \n\n ") == []
