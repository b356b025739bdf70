"""The servers that other tests rely on are what they are taken for."""

import json
import urllib.request

import pytest
from django.db import connection


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_sorts_as_danes_do():
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM unnest(ARRAY['å', 'ø', 'z', 'æ', 'a']) AS word ORDER BY word")
        assert [word for (word,) in cursor.fetchall()] == ["a", "z", "æ", "ø", "å"]


@pytest.mark.elasticsearch
def test_elasticsearch_is_one_healthy_node(elasticsearch_url):
    with urllib.request.urlopen(f"{elasticsearch_url}/_cluster/health", timeout=30) as response:
        health = json.load(response)
    assert health["number_of_nodes"] == 1
    assert health["status"] in {"green", "yellow"}
