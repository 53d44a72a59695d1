"""Waivers that nothing answers to, told beside the results."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from jixiao.audit import Waiver
from jixiao.desk import Assessment

from .options import Lang, language


def tell_unused(assessment: Assessment, waivers: Sequence[Waiver], lang: Lang | None) -> None:
    """Name each waiver that no finding of any case answers to: it was mended, or its place is mistyped."""
    used = {
        (waiver.code, waiver.reason, waiver.until)
        for one in assessment.cases
        for waiver in (*(w for _, w in one.audit.waived), *one.audit.expired)
    }
    for waiver in waivers:
        if (waiver.code, waiver.reason, waiver.until) not in used:
            zh = f"豁免没有用上：{waiver.code} {waiver.at}。问题已改正就删去这一条，否则检查编号和地址"
            en = f"waiver without a finding: {waiver.code} {waiver.at}. Delete it if the fault is mended, else check it"
            click.echo(zh if language(lang, sys.stderr) == "zh" else en, err=True)
