"""The scorer's table is understood."""

from evaluation.press import f1_of

TABLE = """layer         found  extra  missed       P       R      F1
people           29      0       0   1.000   1.000   1.000
body          21997    290     295   0.987   0.987   0.986
mean of F1                                           0.952   (six layers)
  events paired, right date: 0.750
"""


def test_figures_are_read_from_the_scorers_table():
    assert f1_of(TABLE) == {"people": 1.0, "body": 0.986, "events paired, right date": 0.75}
