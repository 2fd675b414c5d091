"""Static word vectors for the tagger: MiniLM's reading of each lemma by itself, brought down to a few dimensions."""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

SIZE = 64


def vectors_of(words: list[str], model_folder: str) -> np.ndarray:
    """One row a word: the mean over its pieces of the last four layers, by PCA to SIZE, unit variance on average."""
    tokenizer = Tokenizer.from_file(str(Path(model_folder) / "tokenizer.json"))
    tokenizer.enable_padding()
    tokenizer.enable_truncation(12)
    model = AutoModel.from_pretrained(model_folder, output_hidden_states=True).eval()
    rows = []
    with torch.no_grad():
        for at in range(0, len(words), 256):
            read = tokenizer.encode_batch([word or "." for word in words[at : at + 256]])
            ids = torch.tensor([one.ids for one in read])
            seen = torch.tensor([one.attention_mask for one in read])
            states = torch.stack(model(input_ids=ids, attention_mask=seen).hidden_states[-4:]).mean(0)
            mask = seen.unsqueeze(-1).float()
            mask[:, 0] = 0
            rows.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    table = np.concatenate(rows)
    table -= table.mean(0)
    _, _, axes = np.linalg.svd(table, full_matrices=False)
    table = table @ axes[:SIZE].T
    return (table / table.std()).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=Path)
    parser.add_argument("model", help="folder of all-MiniLM-L6-v2")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    words = pickle.loads(args.rows.read_bytes())["strings"]["lemma"]
    np.save(args.out, np.vstack([np.zeros((1, SIZE), dtype=np.float32), vectors_of(words, args.model)]))


if __name__ == "__main__":
    main()
