"""Actors, targets and sources: who acts, who or what is hit, who speaks.

`find_parties` reads them in running text, `find_sources` keeps those that can speak; `compare` and `compare_groups` say how
they stand to each other, `caption` and `specificity` describe one. What is known by name lies in
``claims/slots/data/party_*.toml``; a case adds to it with `claims.model.CaseParty` entries.

How a party is given:

* a target with an owner («مواقع لتنظيم داعش», "ISIL fighting position", «حاجزا للجيش السوري») is its owner: `Party.id`, kind and
  name are the owner's, text and span those of the whole phrase, so that a position of ISIS and a checkpoint of the Syrian army
  differ in id; what the object was is read from the words by `object_of` and stands in captions;
* an object without an owner («مشفى عائشة», «أحد منازل المدنيين», *an oil well*) has an id of its own, is of kind
  ``infrastructure``, ``military object`` or ``object`` (of unknown use), and keeps a proper name in `Party.name`;
* people are ``civilians`` or a kind of them (``displaced``, ``medics`` …);
* a spokesperson or leader is the party spoken for; a group that no lexicon has keeps its words as name and id "";
* words that point back («التنظيم», «الوزارة», «المصدر») are the party named before, where that can be settled;
* a demonym before or behind a strike («غارات روسية», "Israeli shelling") is the forces of that state.

``within`` is containment for acting and for speaking: a ministry within its government within its state. A state is *not*
within a coalition it belongs to, for its ministry does not speak for the coalition; membership is kept apart (``members`` in
the data) and only makes comparison call the two compatible.

Names that several parties share are settled by where the text plays (`claims.slots.party.theatres`): «النظام» is the Syrian
government only in a text with words of Syria, «التحالف» the International Coalition with words of Syria, Iraq or ISIS and the
Saudi-led one with words of Yemen; elsewhere they are nobody.
"""

from claims.slots.party.captions import caption, specificity
from claims.slots.party.compare import SAME_SPELLING, compare, compare_groups
from claims.slots.party.entries import unresolved
from claims.slots.party.find import find_parties, find_sources
from claims.slots.party.objects import civil_object, object_of
from claims.slots.party.speaking import source_named

__all__ = [
    "SAME_SPELLING",
    "caption",
    "civil_object",
    "compare",
    "compare_groups",
    "find_parties",
    "find_sources",
    "object_of",
    "source_named",
    "specificity",
    "unresolved",
]
