#!/usr/bin/env bash
# Measures how long the document of 1, 20 and 300 lines takes to make, and how large it is. ROUNDS (5) can be set.
set -euo pipefail
cd "$(dirname "$0")"
dotnet build -c Release -v quiet --nologo
dotnet bin/Release/net10.0/PdfBench.dll "${ROUNDS:-5}"
