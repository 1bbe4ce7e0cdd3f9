#!/usr/bin/env python3
"""Records of `byline extract --list` in the form of the extraction scorer.

    predict.py list TRUTH.jsonl PAGES > list.jsonl      what to read: path, address and id of every row
    byline extract --list list.jsonl --format jsonl > records.jsonl
    predict.py predictions < records.jsonl > predictions.jsonl

Python standard library only.
"""
import json
import sys


def listing(truth, pages):
    for line in open(truth, encoding="utf-8"):
        row = json.loads(line)
        print(json.dumps({"id": row["id"], "path": f"{pages}/{row['page']}", "url": row.get("url")}))


def prediction(record):
    comments = [c for c in record["comments"] if c["kind"] == "comment"]
    turn = {c["id"]: n for n, c in enumerate(comments)}
    return {
        "id": record["list_id"],
        "title": record["title"],
        "authors": [a["name"] for a in record["authors"]],
        "date": day(record["date"]),
        "text": record["text"],
        "comments": [
            {
                "author": (c["author"] or {}).get("name"),
                "date": day(c["date"]),
                "text": c["text"],
                "parent": turn.get(c["parent"]),
            }
            for c in comments
        ],
    }


def day(date):
    return date["value"][:10] if date and date["precision"] in ("minute", "day") else None


if __name__ == "__main__":
    if sys.argv[1] == "list":
        listing(sys.argv[2], sys.argv[3])
    else:
        for line in sys.stdin:
            print(json.dumps(prediction(json.loads(line))))
