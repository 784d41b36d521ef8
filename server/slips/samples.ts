/** Facts that no visitor has, for a preview and for a test slip: the usual case, the worst, and a slip printed again. */
import { words, type Lang } from '#display/words/index.ts';
import { acceptanceSlip } from '#printer/slips/acceptance.ts';
import { answerSlip } from '#printer/slips/answer.ts';
import { guideSlip } from '#printer/slips/guide.ts';
import type { Design, SlipKind } from '#printer/slips/layout.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { nextSlip } from '#printer/slips/next.ts';
import { noticeSlip } from '#printer/slips/notice.ts';
import { receiptSlip } from '#printer/slips/receipt.ts';
import { referralSlip } from '#printer/slips/referral.ts';
import { ticketSlip } from '#printer/slips/ticket.ts';
import { sampleWords, type SampleWords } from './sample-words.ts';
import type { SampleName } from './view.ts';

export interface SampleOf {
	lang: Lang;
	sample: SampleName;
	columns: number;
	design: Design;
	/** name of the hall, its telephone and the address of its pages */
	hall: string;
	phone: string | null;
	origin: string;
}

interface Sample extends SampleOf {
	said: SampleWords;
	long: boolean;
	reprint: boolean;
	item: string;
	/** as long as the address of a visitor's page is */
	link: string;
}

/** The lines of a slip of that kind, drawn as those of a visitor are. */
export function sampleLines(kind: SlipKind, of: SampleOf): SlipLine[] {
	const said = sampleWords(of.lang);
	const long = of.sample === 'long';
	const item = long ? said.longItem : said.item;
	const link = `${of.origin}/t/9f3c.AbCdEfGh12345678901234`;
	return SAMPLES[kind]({ ...of, said, long, item, link, reprint: of.sample === 'reprint' });
}

const SAMPLES: Readonly<Record<SlipKind, (sample: Sample) => SlipLine[]>> = {
	ticket: (s) => ticketSlip(ticketFacts(s), words(s.lang).slips, s.columns, s.design),
	next: (s) => {
		const { hall, item, link, reprint, said } = s;
		const windows = s.long ? said.windows : '12';
		const facts = { number: 'L012', hall, place: said.place, windows, item, at: said.at, link, reprint };
		return nextSlip(facts, words(s.lang).slips, s.columns, s.design);
	},
	notice: (s) => noticeSlip(noticeFacts(s), words(s.lang).notice, s.columns, s.design),
	acceptance: (s) => {
		const { hall, item, link, reprint, phone, said } = s;
		const days = { day: '2026-08-18', promised: '2026-08-25', legal: '2026-09-15' };
		const of = { number: 'S20260818-18342', item, ticket: 'A012', window: said.window, staff: '1003', ...days };
		const facts = { hall, ...of, delivery: s.long, at: said.at, phone, link, reprint };
		return acceptanceSlip(facts, words(s.lang).matters.slip, s.columns, s.design);
	},
	receipt: (s) => {
		const { hall, link, reprint, phone, said } = s;
		const of = { kind: said.complaint, number: 'C20260818-18342', opened: said.at, staff: '8001', due: '2026-09-03' };
		const facts = { hall, ...of, contact: 'page' as const, code: said.code, link, phone, reprint };
		return receiptSlip(facts, words(s.lang).follow.slip, s.columns, s.design);
	},
	guide: (s) => guideSlip(guideFacts(s), guideWords(s.lang), s.columns, s.design),
	answer: (s) => {
		const { hall, reprint, phone, said } = s;
		const facts = { hall, text: s.long ? said.longAnswer : said.answer, staff: '8001', at: said.at, phone, reprint };
		return answerSlip(facts, words(s.lang).telephone.slip, s.columns, s.design);
	},
	referral: (s) => referralSlip(referralFacts(s), words(s.lang).questions.referral.slip, s.columns, s.design)
};

type FactsOf<Draw extends (facts: never, ...rest: never[]) => unknown> = Parameters<Draw>[0];

function ticketFacts({ hall, item, link, reprint, long, said }: Sample): FactsOf<typeof ticketSlip> {
	return {
		...{ number: long ? 'AB1024' : 'A001', hall, place: said.place, windows: long ? said.windows : '3' },
		...{ ahead: long ? 128 : 12, wait: { from: 10, to: 25 }, item, link, takenAt: said.at, reprint },
		steps: long ? [{ item: said.item, windows: '17' }] : [],
		materials: long ? said.materials : said.materials.slice(0, 2),
		priority: long ? { name: said.priority, confirm: 'desk' } : null,
		headStartMinutes: 25
	};
}

function noticeFacts({ hall, item, link, reprint, long, said, lang }: Sample): FactsOf<typeof noticeSlip> {
	const w = words(lang).notice;
	return {
		...{ hall, title: w.title.missing, lead: w.lead.missing, code: said.code, link, reprint },
		facts: [
			[w.item, item],
			[w.number, 'A012'],
			[w.at, said.at],
			['', w.windowStaff({ window: said.window, staff: '1003' })]
		],
		entries: (long ? said.materials : said.materials.slice(0, 2)).map(({ name, kind }) => ({
			text: `${name} ${kind}`,
			below: [w.basis({ basis: said.basis })]
		})),
		due: w.due({ day: '2026-09-01' }),
		after: [
			{ heading: w.comeBack, text: w.comeBackHow },
			{ heading: null, text: w.law }
		]
	};
}

function guideWords(lang: Lang): Parameters<typeof guideSlip>[1] {
	const { slips, find } = words(lang);
	return { ...slips, title: find.guide.title, scan: find.guide.scan };
}

function guideFacts({ hall, item, link, reprint, long, phone, said, lang }: Sample): FactsOf<typeof guideSlip> {
	const { kiosk, find } = words(lang);
	const materials = (long ? said.materials : said.materials.slice(0, 2)).map((one) => ({
		...one,
		below: [said.where]
	}));
	return {
		...{ hall, name: item, materials, link, reprint, at: find.guide.at({ day: said.at }) },
		facts: [
			[kiosk.fee, said.free],
			[find.guide.place, said.place],
			[find.guide.phone, phone ?? '0518-00000000']
		],
		after: [[find.guide.basis, said.basis]]
	};
}

function referralFacts({ hall, item, link, reprint, long, said, lang }: Sample): FactsOf<typeof referralSlip> {
	const names = words(lang).questions.referral.fields;
	const facts = [
		{ field: 'place', name: names.place, text: said.address },
		{ field: 'way', name: names.way, text: said.way }
	];
	const shown = long ? [...facts, { field: 'bring', name: names.bring, text: said.where }] : facts;
	return { hall, title: item, facts: shown, staff: '8001', at: said.at, link, reprint };
}
