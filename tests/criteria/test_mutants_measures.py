"""Mutants of measures, targets and verdicts: exactly these changes are tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutant_sets import ANSWER, APPLIED, OPERATING, changes


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "measure: {sum: {fields: [green, roads], part_of: total}}",
                "target: {at_least: 5, unit: ha}",
            ),
            {
                "measure.sum.part_of drop",
                "measure.sum.fields.1 drop",
                "measure.sum.fields.2 drop",
                "target at_least -> more_than",
                "target at_least -> at_most",
                "target.at_least 5 -> 6",
                "target.at_least 5 -> 4",
            },
        ),
        (
            ("measure: {ratio: {of: green, to: total}}", "target: {more_than: 5 %}"),
            {
                "measure.ratio.to total -> green",
                "measure.ratio.to total -> roads",
                "target more_than -> at_least",
                "target more_than -> less_than",
                "target.more_than 5 % -> 6 %",
                "target.more_than 5 % -> 4 %",
                "target.more_than 5 % -> 5.1 %",
                "target.more_than 5 % -> 4.9 %",
            },
        ),
        (
            ("measure: {ratio: {of: green, to: total, scope: whole}}", "target: {exactly: 0 %}"),
            {
                "measure.ratio.to total -> green",
                "measure.ratio.to total -> roads",
                "measure.ratio.scope whole -> assessed",
                "measure.ratio.scope whole -> operating_phase",
                "target exactly -> at_least",
                "target exactly -> at_most",
                "target.exactly 0 % -> 1 %",
                "target.exactly 0 % -> 0.1 %",
            },
        ),
        (
            (
                f"measure: {{none: {{table: enterprises, among: {OPERATING}, where: {APPLIED}}}}}",
                "target: {at_most: 0, unit: enterprises}",
                "if_empty: met",
                "otherwise: needs_review",
            ),
            {
                "measure none -> every",
                "measure.none.among -> {all: []}",
                "measure.none.where -> {all: []}",
                "measure.none.where.is.value yes -> no",
                "target at_most -> less_than",
                "target at_most -> at_least",
                "target.at_most 0 -> 1",
                "if_empty met -> not_met",
                "if_empty met -> undetermined",
                "if_empty met -> needs_review",
                "otherwise needs_review -> not_met",
            },
        ),
        (
            (
                "measure: {count: {table: links, where: {all: []}, networks: [provider]}}",
                "target: {less_than: 3, unit: links}",
            ),
            {
                "measure.count.networks drop",
                "target less_than -> at_most",
                "target less_than -> more_than",
                "target.less_than 3 -> 4",
                "target.less_than 3 -> 2",
            },
        ),
        (
            (
                "measure: {row_sum: {table: links, field: amount, where: {all: []}}}",
                "target: {at_least: 1, unit: ha}",
                "applies_when: {valid_on: {from: opened}}",
                "review_when: {not: {valid_on: {from: opened}}}",
                "from: 2019-01-01",
                "to: 2020-12-31",
            ),
            {
                "applies_when drop",
                "review_when drop",
                "review_when not -> –",
                "from 2019-01-01 -> 2019-01-02",
                "from 2019-01-01 -> 2018-12-31",
                "to 2020-12-31 -> 2020-12-30",
                "to 2020-12-31 -> 2021-01-01",
                "target at_least -> more_than",
                "target at_least -> at_most",
                "target.at_least 1 -> 2",
                "target.at_least 1 -> 0",
            },
        ),
        (
            (
                (
                    "measure: {each_year: {table: links, year: link_year, years: last, "
                    "since: opened, grace_months: 6, where: {all: []}}}"
                ),
                ANSWER,
            ),
            {
                "measure.each_year.years last -> three",
                "measure.each_year.years last -> all",
                "measure.each_year.since drop",
                "measure.each_year.grace_months 6 -> 7",
                "measure.each_year.grace_months 6 -> 5",
            },
        ),
        (
            ("measure: {average: {field: green, years: 5}}", "target: {at_least: 0, unit: ha}"),
            {
                "measure.average.years 5 -> 6",
                "measure.average.years 5 -> 4",
                "target at_least -> more_than",
                "target at_least -> at_most",
                "target.at_least 0 -> 1",
            },
        ),
        (
            (
                (
                    "measure: {either: {register: {count: {table: enterprises, "
                    f"where: {OPERATING}"
                    "}}, typed: {value: operating}, typed_when: {Q3: operating_only}}}"
                ),
                "target: {at_least: 0, unit: enterprises}",
            ),
            {
                "measure typed drop",
                "measure register drop",
                "measure.either.typed_when drop",
                "measure.either.register.count.where -> {all: []}",
                "target at_least -> more_than",
                "target at_least -> at_most",
                "target.at_least 0 -> 1",
            },
        ),
        (
            (
                "measure: {value: green}",
                (
                    "target: {at_least: [{from: 2018-07-10, to: 2019-12-31, value: 0}, "
                    "{from: 2020-01-01, value: 0}], unit: ha}"
                ),
            ),
            {
                "target at_least -> more_than",
                "target at_least -> at_most",
                "target.at_least.1.value 0 -> 1",
                "target.at_least.2.value 0 -> 1",
                "target.at_least.2.from 2020-01-01 -> 2020-01-02",
                "target.at_least.2.from 2020-01-01 -> 2019-12-31",
            },
        ),
        (
            (
                (
                    "measure: {ratio: {of: {sum: {fields: [green, {by_reading: {Q3: "
                    "{operating_only: [roads], all_licensed: []}}}]}}, to: total}}"
                ),
                (
                    "target: {by_reading: {Q3: {operating_only: {at_least: 0 %}, "
                    "all_licensed: {at_most: 0 %}}}}"
                ),
                (
                    "otherwise: {by_reading: {Q3: {operating_only: not_met, "
                    "all_licensed: needs_review}}}"
                ),
            ),
            {
                "measure.ratio.of.sum.fields.1 drop",
                "measure.ratio.of.sum.fields.2 drop",
                "measure.ratio.of.sum.fields.2.Q3=operating_only as all_licensed",
                "measure.ratio.of.sum.fields.2.Q3=all_licensed as operating_only",
                "measure.ratio.of.sum.fields.2.Q3=operating_only.1 drop",
                "measure.ratio.to total -> green",
                "measure.ratio.to total -> roads",
                "target.Q3=operating_only as all_licensed",
                "target.Q3=all_licensed as operating_only",
                "target.Q3=operating_only at_least -> more_than",
                "target.Q3=operating_only at_least -> at_most",
                "target.Q3=operating_only.at_least 0 % -> 1 %",
                "target.Q3=operating_only.at_least 0 % -> 0.1 %",
                "target.Q3=all_licensed at_most -> less_than",
                "target.Q3=all_licensed at_most -> at_least",
                "target.Q3=all_licensed.at_most 0 % -> 1 %",
                "target.Q3=all_licensed.at_most 0 % -> 0.1 %",
                "otherwise.Q3=operating_only as all_licensed",
                "otherwise.Q3=all_licensed as operating_only",
            },
        ),
    ],
)
def test_measures_targets_and_verdicts_are_changed(
    tmp_path: Path, lines: tuple[str, ...], expected: set[str]
) -> None:
    assert changes(tmp_path, *lines) == expected
