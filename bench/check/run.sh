#!/usr/bin/env bash
# Measures how long the content check reads 100,000 hostile characters, as a ratio to the same length of clean letters.
# ROUNDS (7) and LENGTH (100000) can be set.
set -euo pipefail
cd "$(dirname "$0")"
dotnet build -c Release -v quiet --nologo
dotnet bin/Release/net10.0/CheckBench.dll ../../FasterMoney.Tests/Messages/Corpus "${ROUNDS:-7}" "${LENGTH:-100000}"
