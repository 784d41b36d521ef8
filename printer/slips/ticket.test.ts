import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import { paperBitmap, readQr } from '#test/fakes/printers.ts';
import { has } from '#test/tools.ts';
import { compose } from '../escpos/compose.ts';
import { printerModel } from '../models/models.ts';
import type { PaperWidth } from '../models/models.ts';
import { ticketSlip } from './ticket.ts';
import type { SlipWords, TicketFacts } from './ticket.ts';

const zh: SlipWords = {
	yourNumber: '您的号码',
	waitAt: ({ place }) => `请在${place}等候`,
	windows: ({ windows }) => `办理窗口：${windows}`,
	ahead: ({ count }) => `前面等待 ${count} 人`,
	expected: ({ from, to }) => `预计等候 ${from}–${to} 分钟`,
	expectedUnknown: '等候时间暂无法估计',
	item: '业务',
	steps: '办完后接着办',
	step: ({ item, windows }) => `${item}：${windows} 号窗口`,
	goTo: '接下来请到',
	goToWindows: ({ windows }) => `${windows} 号窗口`,
	sameNumber: '号码不变',
	materials: '需带材料',
	noMaterials: '无需携带材料',
	material: ({ name, kind, copies, required }) => `${name}（${kind} ${copies} 份）${required ? '' : '（如有）'}`,
	takenAt: '取号时间',
	reprint: '补打',
	reprintHint: '本票为补打，号码和次序不变',
	priority: ({ name }) => `优先：${name}`,
	priorityConfirm: { desk: '先到导询台出示证件，确认后优先生效', window: '请在窗口出示证件' },
	order: ({ minutes }) => `持优先号的来宾，仅当其取号时间比您晚不超过 ${minutes} 分钟时，才可能排在您前面。`,
	scan: '扫码查看排队进度，叫号时手机会提醒',
	validToday: '当日有效，过号请到导询台'
};

const en: SlipWords = {
	...zh,
	yourNumber: 'Your number',
	waitAt: ({ place }) => `Please wait at ${place}`,
	windows: ({ windows }) => `Windows: ${windows}`,
	ahead: ({ count }) => `${count} people ahead of you`,
	expected: ({ from, to }) => `Expected wait ${from}–${to} min`,
	item: 'Service',
	materials: 'What to bring',
	material: ({ name, kind, copies, required }) => `${name} (${kind} × ${copies})${required ? '' : ' (if you have it)'}`,
	takenAt: 'Taken at',
	reprint: 'REPRINT',
	reprintHint: 'Printed again; number and place in the queue are unchanged',
	order: ({ minutes }) =>
		`A number with priority goes before yours only if it was taken within ${minutes} minutes after it.`,
	scan: 'Scan to follow the queue; your phone tells you when you are called',
	validToday: 'Valid today. If you miss your call, go to the guide desk'
};

const facts: TicketFacts = {
	number: 'A001',
	hall: '某某市政务服务中心',
	place: '一层东侧社保医保分厅',
	windows: '1、2、3',
	ahead: 12,
	wait: { from: 10, to: 25 },
	item: '企业职工基本养老保险关系转移接续（跨省）',
	steps: [],
	materials: [
		{ name: '居民身份证', kind: '原件', copies: 1, required: true },
		{ name: '授权委托书', kind: '原件', copies: 1, required: false }
	],
	link: 'https://hall.example.cn/t/9f3cAbCdEfGh12345678',
	takenAt: '2026-08-18 09:30',
	priority: null,
	headStartMinutes: 25,
	reprint: false
};

const WIDTHS: PaperWidth[] = [58, 80];

function print(
	some: Partial<TicketFacts>,
	words: SlipWords,
	width: PaperWidth
): ReturnType<typeof decode> & { bytes: Uint8Array } {
	const model = printerModel('generic', width);
	const { bytes } = compose(ticketSlip({ ...facts, ...some }, words, model.columns), model);
	return { bytes, ...decode(bytes, model) };
}

describe.each(WIDTHS)('a ticket on %s mm', (width) => {
	test('the number stands first of all facts and is by far the largest', () => {
		const { text, chars } = print({}, zh, width);
		expect(text.indexOf('A001')).toBeLessThan(text.indexOf('社保'));
		const number = chars.filter(({ char }) => 'A01'.includes(char)).slice(0, 4);
		expect(number.map(({ height }) => height)).toEqual([144, 144, 144, 144]);
		expect(Math.max(...chars.filter(({ height }) => height < 144).map(({ height }) => height))).toBe(48);
	});

	test('it tells where, how long, what for, with what, when and in which order', () => {
		const { text } = print({}, zh, width);
		const flat = text.replaceAll('\n', '');
		for (const said of [
			'请在一层东侧社保医保分厅等候',
			'1、2、3',
			'前面等待 12 人',
			'10–25',
			'（跨省）',
			'· 居民身份证（原件 1 份）',
			'（如有）',
			'2026-08-18 09:30',
			'25 分钟',
			'导询台'
		]) {
			expect(flat).toContain(said);
		}
		expect(text).not.toContain('补打');
	});

	test('W-10 what follows under the same number is listed in its order, each with its windows', () => {
		const steps = [
			{ item: '二手房转移登记', windows: '13、14' },
			{ item: '一般抵押权首次登记', windows: '17' }
		];
		const flat = print({ steps }, zh, width).text.replaceAll('\n', '');
		const at = ['办完后接着办', '· 二手房转移登记：13、14 号窗口', '· 一般抵押权首次登记：17 号窗口'].map((said) =>
			flat.indexOf(said)
		);
		expect(at).not.toContain(-1);
		expect(at).toEqual(at.toSorted((a, b) => a - b));
		expect(print({}, zh, width).text).not.toContain('办完后');
		expect(print({ steps }, en, width).text).toContain('17');
	});

	test('a reprint says so above the number, which is the same', () => {
		const { text } = print({ reprint: true }, zh, width);
		expect(text.indexOf('补打')).toBeLessThan(text.indexOf('A001'));
	});

	test('a five-figure number still fits on one line', () => {
		expect(print({ number: 'AB1024' }, zh, width).text.split('\n')).toContain('AB1024');
	});

	test('nothing known and nothing to bring have sentences of their own', () => {
		const { text } = print({ wait: null, materials: [] }, zh, width);
		expect(text).toContain('暂无法估计');
		expect(text).toContain('无需携带材料');
	});

	test('priority is named, and who must show a certificate is told', () => {
		const flat = (confirm: 'desk' | 'window' | null): string =>
			print({ priority: { name: '老年人', confirm } }, zh, width).text.replaceAll('\n', '');
		expect(flat('desk')).toContain('优先：老年人先到导询台出示证件，确认后优先生效');
		expect(flat('window')).toContain('优先：老年人请在窗口出示证件');
		expect(flat(null)).not.toContain('出示证件');
	});

	test('English breaks between words', () => {
		const { text } = print({ hall: 'Municipal Service Centre', place: 'ground floor east' }, en, width);
		expect(text).toContain('12 people ahead of you');
		expect(text.split('\n').every((line) => line === line.trimEnd())).toBe(true);
	});

	test('the paper holds every line', () => {
		const model = printerModel('generic', width);
		const { bytes, text } = print({ reprint: true, priority: { name: '现役军人', confirm: 'desk' } }, zh, width);
		expect(text.split('\n')).toHaveLength(Buffer.from(bytes).toString('latin1').split('\n').length - 1);
		expect(model.dots).toBe(width === 58 ? 384 : 576);
	});

	test.skipIf(!has('iconv'))('iconv reads the text in the stream', () => {
		const { bytes, qrs } = print({}, zh, width);
		const printed = Buffer.from(bytes.filter((byte) => byte >= 0x20 || byte === 0x0a));
		const read = execFileSync('iconv', ['-c', '-f', 'GB18030', '-t', 'UTF-8'], { input: printed }).toString('utf8');
		expect(read).toContain('一层东侧社保医保分厅');
		expect(read).toContain(qrs[0]);
	});

	test.skipIf(!has('zbarimg'))('zbar reads the QR from the paper', () => {
		expect(readQr(paperBitmap(print({}, zh, width).paper))).toBe(facts.link);
	});
});
