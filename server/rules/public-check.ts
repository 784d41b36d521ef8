/**
 * What must not stand on a page that everybody reads, beside numbers of persons and marks of secrecy: somebody's
 * telephone, a person named beside what was done, and the hall's own words. Pure; it tells places, never the words.
 */
import { sensitiveIn, type SensitiveKind } from './sensitive.ts';

export type PublicFaultKind = SensitiveKind | 'telephone' | 'named' | 'word';

export interface PublicFault {
	kind: PublicFaultKind;
	/** first character, and the one after the last */
	from: number;
	to: number;
}

export interface PublicRules {
	/** telephones that everybody may know: of the hall, its desks and departments */
	phones: readonly string[];
	/** words that the hall keeps from its public page */
	words: readonly string[];
}

/** Far enough for a sentence, near enough to be about the same. */
const BESIDE = 24;

const LANDLINE = /(?<![\d-])(?:\(?0\d{2,3}\)?[\s-]?)?[2-8]\d{6,7}(?:[-转]\d{1,5})?(?![\d-])/gu;

/** What is said of people's conduct, and what makes three characters a name. */
const CONDUCT =
	'投诉|举报|检举|控告|违法|违纪|违规|受贿|行贿|索要|吃拿卡要|收红包|渎职|失职|刁难|辱骂|骂人|态度(?:恶劣|不好|差)|推诿|处分|开除|拘留|判刑|犯罪|欠债|失信';
const SURNAME =
	'(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])';
const TITLE = '(?:同志|先生|女士|小姐|主任|科长|局长|处长|书记|科员|所长|队长|师傅|老师|某某?)';
const NAMES = [
	new RegExp(`${SURNAME}\\p{Script=Han}{0,2}${TITLE}`, 'gu'),
	new RegExp(
		`(?:姓名|名叫|叫做|叫作|当事人|工作人员|职工|负责人)\\s*[:：为是]?\\s*${SURNAME}\\p{Script=Han}{1,2}`,
		'gu'
	),
	/工号\s*[:：为是]?\s*\d{3,8}/gu,
	/\b(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+[A-Z][a-z]+/gu
];
const CONDUCTS = [new RegExp(CONDUCT, 'gu'), /\b(?:complain|accus|brib|corrupt|misconduct|rude|insult|convict)\w*/giu];

/** Everything in a text that must not stand there, by place. */
export function publicFaultsIn(text: string, rules: PublicRules): PublicFault[] {
	const found: PublicFault[] = [
		...sensitiveIn(text),
		...landlines(text, rules),
		...named(text),
		...listed(text, rules)
	];
	const once = found.filter((one, at) => !found.slice(0, at).some((other) => overlaps(one, other)));
	return once.toSorted((one, other) => one.from - other.from);
}

/** A number that is not the hall's is somebody's. */
function landlines(text: string, { phones }: PublicRules): PublicFault[] {
	const known = phones.map(digitsOf).filter((phone) => phone.length >= LEAST_DIGITS);
	return places(text, [LANDLINE])
		.filter(({ from, to }) => !known.some((phone) => endsAlike(phone, digitsOf(text.slice(from, to)))))
		.map((place) => ({ kind: 'telephone', ...place }));
}

const LEAST_DIGITS = 7;

/** With or without the code of the town. */
function endsAlike(one: string, other: string): boolean {
	return one.endsWith(other) || other.endsWith(one);
}

function digitsOf(text: string): string {
	return text.replaceAll(/\D/gu, '');
}

/** A person in a sentence about conduct: neither alone says anything of anybody. */
function named(text: string): PublicFault[] {
	const conducts = places(text, CONDUCTS);
	return places(text, NAMES)
		.filter((name) => conducts.some((one) => one.from < name.to + BESIDE && name.from < one.to + BESIDE))
		.map((place) => ({ kind: 'named', ...place }));
}

function listed(text: string, { words }: PublicRules): PublicFault[] {
	const plain = text.toLowerCase();
	return words.flatMap((word) => {
		const wanted = word.trim().toLowerCase();
		if (wanted === '') return [];
		const at = plain.indexOf(wanted);
		return at < 0 ? [] : [{ kind: 'word' as const, from: at, to: at + wanted.length }];
	});
}

function places(text: string, patterns: readonly RegExp[]): { from: number; to: number }[] {
	return patterns.flatMap((pattern) =>
		[...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
	);
}

function overlaps(one: PublicFault, other: PublicFault): boolean {
	return one.from < other.to && other.from < one.to;
}
