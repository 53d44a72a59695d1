"""Looking at files among which one puts its process to sleep and one kills it."""

from __future__ import annotations

import os
import time

from jixiao.desk.batch import work
from jixiao.desk.batch.work import Look
from jixiao.desk.cases.looking import Filing


def look_at(task: Look) -> Filing:
    """As the real one, but for two files."""
    match task.source.name:
        case "沉睡.docx":
            time.sleep(60)
        case "猝死.docx":
            os._exit(3)
    return work.look_at(task)
