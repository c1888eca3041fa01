"""Makes the signed documents beside this file with openssl: one as it was signed, and the odd ones made from it.

python3 tests/data/reading/make_signed.py

Keys are made afresh and thrown away, so each run gives other bytes that read alike. What each file must be read as stands in
src/extract/pdf_signatures_test.cpp.
"""

import hashlib
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GAP = 8192  # digits of hexadecimal that a signature may take
STAMPING = """[ca]
tsa = tsa
[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
"""
LINES = ["PERATURAN BUPATI CONTOH", "NOMOR 12 TAHUN 2026", "TENTANG", "TATA KELOLA DATA DAERAH",
         "Ditetapkan di Contoh", "pada tanggal 2 Maret 2026"]


class Pdf:
    """Objects by number, written out with a table of where they stand; further ones are appended the way that programs save."""

    def __init__(self, objects):
        self.bytes, self.size, self.table = b"%PDF-1.7\n", 1 + max(objects), None
        self.append(objects)

    def append(self, objects):
        places = {}
        for number, body in objects.items():
            places[number] = len(self.bytes)
            self.bytes += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(self.bytes)
        rows = "".join(f"{number} 1\n{place:010d} 00000 n \n" for number, place in places.items())
        before = "" if self.table is None else f" /Prev {self.table}"
        first = "0 1\n0000000000 65535 f \n" if self.table is None else ""
        self.bytes += f"xref\n{first}{rows}trailer\n<< /Size {self.size} /Root 1 0 R{before} >>\nstartxref\n{start}\n%%EOF\n".encode()
        self.table = start


def page_words(lines):
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 12 Tf 72 760 Td 18 TL {shown} ET".encode()
    return f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def objects_of(value, kind=b"ETSI.CAdES.detached"):
    """A page with its words, and a field for a signature on it that holds `value`."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] /Resources << /Font << /F1 5 0 R >> >> >>",
        4: page_words(LINES),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        6: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Pengesahan) /P 3 0 R /Rect [0 0 0 0]" + value + b" >>",
        7: (b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + kind + b" /M (D:20260302090000+07'00')"
            b" /ByteRange [0 0000000000 0000000000 0000000000] /Contents <" + b"0" * GAP + b"> >>"),
    }


def run(*words, folder):
    subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=folder)


def make_certificate(folder):
    """One that nobody else has issued."""
    run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-keyout", "key", "-out", "certificate",
        "-subj", "/C=ID/O=Pemerintah Kabupaten Contoh/CN=Siti Rahmawati",
        "-addext", "extendedKeyUsage=critical,timeStamping", folder=folder)


def sign(content, folder):
    """A signature over the bytes, which stand outside of it."""
    (folder / "data").write_bytes(content)
    run("cms", "-sign", "-binary", "-md", "sha256", "-outform", "DER", "-in", "data", "-signer", "certificate", "-inkey", "key",
        "-out", "signature", folder=folder)


def sign_digest(content, folder):
    """A signature that holds the SHA-1 of the bytes, as Acrobat made them long ago."""
    (folder / "data").write_bytes(hashlib.sha1(content).digest())
    run("cms", "-sign", "-binary", "-nodetach", "-md", "sha256", "-outform", "DER", "-in", "data", "-signer", "certificate",
        "-inkey", "key", "-out", "signature", folder=folder)


def stamp(content, folder):
    """A time stamp (RFC 3161) of the bytes."""
    (folder / "data").write_bytes(content)
    (folder / "settings").write_text(STAMPING, "utf-8")
    (folder / "serial").write_text("01\n", "utf-8")
    run("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query", folder=folder)
    run("ts", "-reply", "-config", "settings", "-section", "tsa", "-queryfile", "query", "-signer", "certificate", "-inkey", "key",
        "-token_out", "-out", "signature", folder=folder)


def signed(by, kind):
    pdf = Pdf(objects_of(b" /V 7 0 R", kind))
    begin = pdf.bytes.index(b"/Contents <0") + len(b"/Contents ")
    end = begin + GAP + 2
    span = b"/ByteRange [0 %010d %010d %010d]" % (begin, end, len(pdf.bytes) - end)
    pdf.bytes = re.sub(rb"/ByteRange \[[0-9 ]+\]", span, pdf.bytes, count=1)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_certificate(folder)
        by(pdf.bytes[:begin] + pdf.bytes[end:], folder)
        blob = (folder / "signature").read_bytes().hex().encode()
    assert len(blob) <= GAP, len(blob)
    pdf.bytes = pdf.bytes[:begin + 1] + blob.ljust(GAP, b"0") + pdf.bytes[end - 1:]
    return pdf, begin, len(blob)


def main():
    pdf, begin, length = signed(sign, b"ETSI.CAdES.detached")
    whole = pdf.bytes
    write = lambda name, content: (HERE / name).write_bytes(content)  # noqa: E731
    write("signed.pdf", whole)
    write("signed-altered.pdf", whole.replace(b"NOMOR 12 TAHUN", b"NOMOR 13 TAHUN"))
    # The signature breaks off in its middle; zeros stand where the rest was.
    half = begin + 1 + length // 2
    write("signed-truncated.pdf", whole[:half] + b"0" * (begin + 1 + GAP - half) + whole[begin + 1 + GAP:])
    pdf.append({4: page_words([*LINES, "Lampiran yang ditambahkan kemudian"])})
    write("signed-extended.pdf", pdf.bytes)
    write("signed-digest.pdf", signed(sign_digest, b"adbe.pkcs7.sha1")[0].bytes)
    write("signed-time-stamp.pdf", signed(stamp, b"ETSI.RFC3161")[0].bytes)
    write("signature-field-empty.pdf", Pdf({k: v for k, v in objects_of(b"").items() if k != 7}).bytes)


if __name__ == "__main__":
    main()
