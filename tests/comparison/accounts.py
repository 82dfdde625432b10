"""Short accounts of made-up events, read by the engine, for the tests of this folder."""

from __future__ import annotations

import claims
from claims.model import Claim, Source

ACCOUNTS = {
    "ministry": "The ministry said its aircraft struck a position of ISIS near Raqqa on 3 May 2019.",
    "network": "Local networks said the Coalition struck a checkpoint of the Syrian army near Raqqa on 3 May 2019.",
    "agency": "قتل 9 مدنيين في غارة للتحالف الدولي على الرقة في 3 أيار 2019، وفق المرصد السوري لحقوق الإنسان.",
    "rescuers": "قال الدفاع المدني إن غارة على الرقة في 3 أيار 2019 أدت إلى مقتل 11 مدنيا.",
    "other": "A raid on Saada on 9 August 2018 killed four people, the health ministry said.",
}

MORE = {
    "denial": "The Coalition denied that it carried out any strike on Raqqa on 3 May 2019.",
    "later": "ارتفع عدد قتلى القصف على مدينة الرقة يوم 3 أيار 2019 إلى 14 مدنيا.",
    "months": "Strikes of the Coalition killed 260 civilians in Raqqa between 1 March and 20 May 2019, monitors said.",
}
"""Further accounts of the same raid that deny it, count anew, or sum up months."""


def read(name: str) -> tuple[Claim, ...]:
    """The claims of one account."""
    data = (ACCOUNTS | MORE)[name].encode()
    return claims.extract(claims.read(data, name=name, publisher=Source(name))).claims


def read_all(*names: str) -> tuple[Claim, ...]:
    """The claims of several accounts, one after the other."""
    return tuple(claim for name in names or ACCOUNTS for claim in read(name))
