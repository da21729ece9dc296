"""The words of a report: sections of sentences in varied wordings, and the facts that a reader finds in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Literal

from demo.cells import WIDE
from demo.figures import YearFigures, split
from demo.places import Publisher, SitePlan
from demo.truth import Contact, Meaning, Stated
from demo.wordings import CATEGORIES, NEITHER, NONE, TOLD, TRAPS, TRAPS_BEFORE_2019, WAYS

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an article: a title line, a heading, a paragraph, the signature, or a table's ready HTML."""

    kind: Literal["title", "heading", "subheading", "paragraph", "signature", "table"]
    text: str


@dataclass(slots=True)
class Writer:
    """Writes one report's sentences and notes each fact that it states. `told` are the figures in codes of 2014."""

    who: Publisher
    year: int
    rng: Random
    told: Mapping[str, int | Decimal]
    digits: Literal["plain", "wide", "comma", "chinese"] = "plain"
    blocks: list[Block] = field(default_factory=list)
    facts: list[Stated] = field(default_factory=list)
    traps: set[str] = field(default_factory=set)

    def fill(self, text: str, **more: object) -> str:
        """The text with its place-holders filled in."""
        unit = self.who.here[-1]
        return text.format(year=self.year, y0=self.year - 1, here=self.who.here, unit=unit, **more)

    def figure(self, value: int | Decimal) -> str:
        """A number in this report's hand; numerals in characters only below ten, as writers do."""
        if self.digits == "chinese" and 0 < value < 10:
            return _DIGITS[int(value)]
        if self.digits == "comma" and value >= 1000:
            return f"{value:,}"
        return str(value).translate(WIDE) if self.digits == "wide" else str(value)

    def note(
        self, code: str, value: int | Decimal, raw: str, meaning: Meaning | None = None, category: str | None = None
    ) -> None:
        """Notes a fact that the text states."""
        amount = Decimal(value)
        how: Meaning = meaning or ("number" if amount else "zero")
        self.facts.append(Stated(code, "2014", amount, how, raw, "prose", category=category))

    def tell(self, code: str) -> str:
        """A sentence without its full stop that states the figure of `code`."""
        value = self.told[code]
        if value == 0 and code in NONE:
            sentence = self.fill(self.rng.choice(NONE[code]))
            self.note(code, 0, "0" if "0件" in sentence else sentence)
            return sentence
        raw = self.figure(value)
        self.note(code, value, raw)
        return self.fill(self.rng.choice(TOLD[code]), n=raw)

    def about(self, code: str) -> str:
        """As `tell`, but with the number rounded down to tens and an approximating word."""
        value = int(self.told[code]) // 10 * 10
        if value == 0 or value == self.told[code]:
            return self.tell(code)
        self.note(code, value, f"{value}余", "approximate")
        return self.fill(self.rng.choice(TOLD[code]), n=f"{value}余")

    def add(self, kind: Literal["title", "heading", "subheading", "paragraph", "signature", "table"], text: str) -> None:
        """Adds a block."""
        self.blocks.append(Block(kind, text))

    def say(self, *sentences: str) -> None:
        """Adds a paragraph of sentences."""
        self.add("paragraph", "".join(f"{sentence}。" for sentence in sentences if sentence))

    def trap(self) -> str:
        """A sentence with a number that is no figure of the report."""
        pool = TRAPS if self.year >= 2019 else (*TRAPS, *TRAPS_BEFORE_2019)
        p = f"{self.rng.randint(31, 998) / 10}"
        n, m = self.rng.randint(self.who.size, self.who.size * 9), self.rng.randint(2, 9)
        wording = self.rng.choice([one for one in pool if one not in self.traps])
        self.traps.add(wording)
        return self.fill(wording, n=n, m=m, p=p)


def preamble(w: Writer, site: SitePlan, contact: Contact) -> None:
    """Who made the report, for which days, and whom to ask."""
    period = w.rng.choice((
        "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止",
        "本报告数据统计期限为{year}年1月1日至{year}年12月31日",
        "报告中各项数据统计时间从{year}年1月1日到{year}年12月31日",
    ))  # fmt: skip
    office = f"{w.who.name}办公室" if w.who.level == "county" else w.who.name
    w.say(
        w.fill("根据《中华人民共和国政府信息公开条例》的规定，由{office}编制本报告", office=office),
        w.fill(period),
        w.fill("报告电子版可以在{name}（{web}）上查看和下载", name=site.name, web=contact.website),
    )
    w.say(f"对本报告有疑问的，请与{office}联系（地址：{contact.address}；邮编：{contact.postcode}；"
          f"电话：{contact.phone}；传真：{contact.fax}；电子邮箱：{contact.email}）")  # fmt: skip


def _categories(w: Writer) -> str:
    total = int(w.told["disclosure.total"])
    names = w.rng.sample(CATEGORIES, w.rng.randint(4, 6))
    shares = split(w.rng, total - len(names), [3, 5, 2, 9, 2, 3][: len(names)])
    parts = []
    for name, share in zip(names, shares, strict=True):
        raw = w.figure(share + 1)
        w.note("disclosure.total", share + 1, raw, category=name)
        parts.append(f"{name}{raw}条")
    return "其中，" + "，".join(parts)


def disclosure(w: Writer) -> None:
    """What was published: the total, its breakdown, the channels, and a trap."""
    w.say(w.tell("disclosure.total"), _categories(w) if w.rng.random() < 0.7 else "", w.trap())
    channels = [w.tell(code) for code in ("channel.website", "channel.wechat", "channel.weibo") if w.told[code]]
    w.say("从公开渠道看，" + "；".join(channels))
    if w.year < 2019:
        w.say(w.tell("normative_documents.issued"), w.tell("response.policy_interpretations"))


def requests(w: Writer) -> None:
    """What was asked for, and how it was asked."""
    sentence = w.tell("requests.received")
    ways = []
    for code, wording in WAYS.items():
        if w.told[code]:
            raw = w.figure(w.told[code])
            w.note(code, w.told[code], raw)
            ways.append(wording.format(n=raw))
    told = f"{sentence}，其中{'，'.join(ways)}" if len(ways) > 1 else sentence
    if len(ways) == 1:
        w.facts.pop()
    w.say(told, "所有申请均按规定时限办理" if w.told["requests.received"] else "")


def fees(w: Writer) -> None:
    """What was charged, which was nothing."""
    w.say(w.tell("fees.collected"))


def remedies(w: Writer) -> None:
    """Reviews and lawsuits."""
    if w.told["review.total"] == 0 == w.told["litigation.total"] and w.rng.random() < 0.7:
        sentence = w.fill(w.rng.choice(NEITHER))
        w.note("review.total", 0, sentence)
        w.note("litigation.total", 0, sentence)
        w.say(sentence, w.tell("complaints.total"))
        return
    w.say(w.tell("review.total") + "；" + w.tell("litigation.total"), w.tell("complaints.total"))


def organisation(w: Writer) -> None:
    """People, places and training."""
    staff = w.tell("staff.total") + "，" + w.tell("staff.full_time") + "，" + w.tell("staff.part_time")
    people = w.about("training.people") if w.year < 2014 else w.tell("training.people")
    w.say("进一步明确分管领导、责任股室和经办人员", staff, w.tell("organisation.reading_points"))
    w.say(w.tell("training.meetings") + "，" + w.tell("training.classes") + "，" + people, w.trap())


def outlook(w: Writer) -> None:
    """What went wrong and what is planned: no figures of the year."""
    w.say("一年来，公开工作仍有短板：个别栏目更新不够及时，解读材料形式偏少，政府数据开放刚刚起步")
    w.say("下一步，将继续规范公开目录，压实保密审查责任，多用图文和问答的办法解读政策", w.trap())


def later_overview(w: Writer, figures: YearFigures) -> None:
    """Section one of the forms of 2019 and 2021: words with figures that the form itself no longer asks for."""
    edition = figures.edition or "2014"
    disclosure(w)
    new = int(figures.form["applications.new", "total"])
    sentence = f"全年新收政府信息公开申请{new}件" if new else "全年没有新收政府信息公开申请"
    # the codebook lets a sentence that states a row of the report's own form use that code, so either reading is right
    amount: Meaning = "number" if new else "zero"
    w.facts.append(Stated("applications.new", edition, Decimal(new), amount, str(new), "prose", "total", optional=True))
    w.facts.append(Stated("requests.received", "2014", Decimal(new), amount, str(new), "prose", optional=True))
    w.say(sentence, "收到的申请均由专人登记、转办和答复" if new else "")
    w.say(w.tell("training.meetings") + "，" + w.tell("training.classes") + "，" + w.tell("training.people"), w.trap())
