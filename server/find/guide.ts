import { addSlip, getSlip, newestSlips } from '#db/slips.ts';
import type { SlipRow } from '#db/schema.ts';
import { paperLangOf, textIn, words, type Lang, type Words } from '#display/words/index.ts';
import { joined } from '#display/words/joined.ts';
import { guideSlip, type GuideFacts, type GuideMaterial } from '#printer/slips/guide.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { today, type Hall } from '../hall.ts';
import { guideLink } from './link.ts';
import { papersOf } from '../notices/papers.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { localText } from '../rules/day.ts';
import { printerGroup, zoneOfQueue } from '../setup/places.ts';
import type { ItemEntry } from '../setup/schema.ts';
import { designOf } from '../slips/design.ts';
import type { ItemGuide, Text } from '../views.ts';

/** Somebody wants to take home what an item needs. */
export interface GuideWish {
	item: string;
	/** the kiosk; null at a desk */
	device: string | null;
	lang: Lang;
	intent: string;
}

/** What that slip remembers. */
interface GuideBody {
	item: string;
	lang: Lang;
	device: string | null;
	intent: string;
}

/** So far back is looked for the same wish, and for how much paper a kiosk has given. */
const LOOK_BACK = 200;
const MINUTE_MS = 60_000;
const MOST_A_MINUTE = 10;

/** Prints the guide of an item (K-03, K-13). The same intent prints once; a kiosk gives so many in a minute at most. */
export function printGuide(hall: Hall, who: Who, wish: GuideWish): Promise<Result<SlipRow>> {
	return hall.write(async (tx) => {
		const item = hall.setup.items.get(wish.item);
		if (!item) return refused('item-unknown', wish.item);
		const group = printerGroup(hall.setup, wish.device, zoneOfQueue(hall.setup, item.queue));
		if (group === null) return refused('slip-unknown', 'no printer');
		const at = hall.clock.now();
		const guides = (await newestSlips(tx.k, tx.hall, LOOK_BACK)).filter(({ kind }) => kind === 'guide');
		const same = guides.find((slip) => bodyOf(slip).intent === wish.intent);
		if (same) return done(same);
		const late = guides.filter((slip) => slip.created_at > at - MINUTE_MS && bodyOf(slip).device === wish.device);
		if (late.length >= MOST_A_MINUTE) return refused('too-many-tries', wish.device ?? '');
		const day = today(hall);
		const place = { ticket: null, window: null, queue: null };
		const noted = { item: item.code, device: wish.device, group };
		const id = await tx.note({ at, day, act: 'guide.printed', actor: who.name, ...place, body: noted });
		const blank = { printer: null, state: 'queued', attempts: 0, reprint_of: null, reason: null } as const;
		const of = { hall: tx.hall, id, day, kind: 'guide', ticket: null, group, created_at: at, changed_at: at };
		const slip: SlipRow = { ...blank, ...of, body: JSON.stringify(wish satisfies GuideBody) };
		await addSlip(tx.k, slip);
		return done(slip);
	});
}

/** What has become of a guide that was printed. */
export async function guideSlipOf(hall: Hall, id: number): Promise<Result<SlipRow>> {
	const slip = Number.isSafeInteger(id) ? await getSlip(hall.read, hall.id, id) : undefined;
	return slip?.kind === 'guide' ? done(slip) : refused('slip-unknown', String(id));
}

function bodyOf(slip: SlipRow): GuideBody {
	return JSON.parse(slip.body) as GuideBody;
}

/** What of an item a page tells that does not stand in its queue. */
export function itemGuide(hall: Hall, item: ItemEntry): ItemGuide {
	const { setup } = hall;
	const zone = setup.zones.get(zoneOfQueue(setup, item.queue));
	if (!zone) throw new Error(`item ${item.code} is in no zone`);
	return {
		zone: { name: zone.name, place: zone.place },
		phone: setup.departments.get(item.department)?.phone ?? setup.file.hall.phone,
		basis: item.basis,
		note: item.note,
		online: item.online,
		materials: papersOf(setup, item),
		link: guideLink(hall, item.code)
	};
}

/** The lines of that slip, in the language in which it was asked for, as far as paper has its letters. */
export function guideLines(hall: Hall, slip: SlipRow, columns: number): SlipLine[] {
	const { item: code, lang: asked } = bodyOf(slip);
	const lang = paperLangOf(asked);
	const item = hall.setup.items.get(code);
	const t = words(lang);
	// The hall file may have lost the item since: the slip says what it still can.
	if (!item) return [{ type: 'text', text: t.refusals['item-unknown'].visitor }];
	const { hall: name } = hall.setup.file;
	const guide = itemGuide(hall, item);
	const facts: GuideFacts = {
		hall: textIn(lang, name.name),
		name: textIn(lang, item.name),
		facts: factsOf(hall, { item, guide, t, lang }),
		materials: guide.materials.map((one) => materialOf(one, t, lang)),
		after: [
			[t.find.guide.basis, textIn(lang, item.basis)],
			...(item.note === null ? [] : [[t.find.guide.note, textIn(lang, item.note)] as const])
		],
		link: guide.link,
		at: t.find.guide.at({ day: localText(slip.created_at, hall.setup.timeZone) }),
		reprint: slip.reprint_of !== null
	};
	const { guide: w } = t.find;
	return guideSlip(facts, { ...t.slips, title: w.title, scan: w.scan }, columns, designOf(hall, 'guide', lang));
}

interface Telling {
	item: ItemEntry;
	guide: ItemGuide;
	t: Words;
	lang: Lang;
}

function factsOf({ setup }: Hall, { item, guide, t, lang }: Telling): GuideFacts['facts'] {
	const windows = [...setup.windowsServing(item.queue)];
	const said = (text: Text): string => textIn(lang, text);
	const department = setup.departments.get(item.department);
	const facts: [string, string | null][] = [
		[t.kiosk.fee, said(item.fee)],
		[t.kiosk.promisedDays, t.common.workdays({ days: item.promisedDays })],
		[t.kiosk.legalDays, t.common.workdays({ days: item.legalDays })],
		[t.find.guide.place, joined(said(guide.zone.name), said(guide.zone.place))],
		[t.kiosk.windows, windows.length > 0 ? t.kiosk.windowList({ windows }) : t.kiosk.anyWindow],
		[t.find.guide.department, department ? said(department.name) : null],
		[t.find.guide.phone, guide.phone]
	];
	return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function materialOf(one: ItemGuide['materials'][number], t: Words, lang: Lang): GuideMaterial {
	const below = [
		one.note && textIn(lang, one.note),
		one.where && t.notice.where({ where: textIn(lang, one.where) }),
		one.sample && t.notice.sample({ sample: textIn(lang, one.sample) })
	];
	const { copies, required } = one;
	const kind = t.common.materialKind[one.kind];
	return { name: textIn(lang, one.name), kind, copies, required, below: below.filter((text) => text !== null) };
}
