"""Ed25519: the key of a case, and what it signs."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

ALGORITHM: Final = "Ed25519"
_RAW: Final = 32


def new_key() -> bytes:
    """A new private key as PEM (PKCS #8, not encrypted)."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_of(private: bytes) -> str:
    """The public key of a private one (PEM), 64 hex digits.

    Raises:
        ValueError: this is no such key.
    """
    return _private(private).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def signature(private: bytes, signed: bytes) -> bytes:
    """The signature of some bytes with its public key, as JSON; the same bytes and key give the same signature."""
    return _written(public_of(private), _private(private).sign(signed), signed)


def as_written(text: bytes, signed: bytes) -> bool:
    """Whether a signature stands there byte by byte as the program writes it, whoever signed and whether or not it holds."""
    try:
        found = json.loads(text)
        public = bytes.fromhex(found["public_key"]).hex()
        return text == _written(public, base64.b64decode(found["signature"]), signed)
    except (ValueError, KeyError, TypeError, binascii.Error):
        return False


def _written(public: str, made: bytes, signed: bytes) -> bytes:
    """The file of a signature."""
    found = {
        "algorithm": ALGORITHM,
        "public_key": public,
        "signature": base64.b64encode(made).decode("ascii"),
        "signed_sha256": hashlib.sha256(signed).hexdigest(),
    }
    return (json.dumps(found, indent=1, sort_keys=True) + "\n").encode()


def key_in(text: bytes) -> str:
    """The public key that a signature brings along, 64 hex digits.

    Raises:
        ValueError: this is no signature.
    """
    found = json.loads(text)
    if not isinstance(found, dict) or found.get("algorithm") != ALGORITHM:
        raise ValueError("no signature of a package")
    return str(found["public_key"])


def holds(text: bytes, signed: bytes, public: str) -> bool:
    """Whether a signature is that of ``signed`` by the public key (64 hex digits)."""
    try:
        found = json.loads(text)
        made = base64.b64decode(found["signature"], validate=True)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(made, signed)
    except (InvalidSignature, ValueError, KeyError, TypeError, binascii.Error):
        return False
    return True


def public_from(text: str) -> str:
    """A public key as a person gives it, 64 hex digits or PEM, as 64 hex digits.

    Raises:
        ValueError: this is none.
    """
    if "BEGIN PUBLIC KEY" in text:
        key = load_pem_public_key(text.encode())
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError("not an Ed25519 key")
        return key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    raw = bytes.fromhex(text.strip())
    if len(raw) != _RAW:
        raise ValueError("not 64 hex digits")
    return raw.hex()


def _private(pem: bytes) -> Ed25519PrivateKey:
    key = load_pem_private_key(pem, password=None)
    if isinstance(key, Ed25519PrivateKey):
        return key
    raise ValueError("not an Ed25519 key")
