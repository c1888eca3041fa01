#!/bin/sh
# Membuat ulang semua PDF contoh dari naskah HTML / rebuilds the example PDFs.
# Perlu / needs: weasyprint, fonts-noto-core.
set -eu
cd "$(dirname "$0")"
SOURCE_DATE_EPOCH=1793491200; export SOURCE_DATE_EPOCH
for naskah in *.html; do
  weasyprint --quiet "$naskah" "../documents/${naskah%.html}.pdf"
done
