"""Reads a JSON list of argument lists; prints, as JSON, what vLLM's parser says to each, or null."""

import contextlib
import io
import json
import os
import sys

output = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

from vllm.utils.argparse_utils import FlexibleArgumentParser

try:
    from vllm.entrypoints.launchers.cli_args import make_arg_parser
except ImportError:
    from vllm.entrypoints.openai.cli_args import make_arg_parser


def complaint(parser, line):
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            parser.parse_args(line)
    except SystemExit:
        return said.getvalue().strip().splitlines()[-1]
    return None


parser = make_arg_parser(FlexibleArgumentParser(prog="vllm serve"))
json.dump([complaint(parser, line) for line in json.load(sys.stdin)], output)
output.close()
