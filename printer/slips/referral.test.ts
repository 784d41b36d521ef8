import { expect, test } from 'vitest';
import { referralSlip } from './referral.ts';

const WORDS = { title: '指引单', scan: '扫码在手机上看', staff: '工号', reprint: '补打' };
const FACTS = {
	...{
		hall: '小厅',
		title: '纳税申报',
		staff: '8001',
		at: '2026-11-23 09:00',
		link: 'http://hall.test/r/7.s',
		reprint: false
	},
	facts: [
		{ field: 'place', name: '地点', text: '海棠路9号' },
		{ field: 'way', name: '怎么去', text: '乘3路到税务局站\n出站右转' },
		{ field: 'phone', name: '电话', text: '0518-85801234' }
	]
};

test.each([48, 32])('G-03 place and way stand out on %i columns; the page is the QR', (columns) => {
	const lines = referralSlip(FACTS, WORDS, columns);
	const large = lines.filter((line) => line.type === 'text' && line.size?.high === 2 && line.text !== WORDS.title);
	expect(large.map((line) => line.type === 'text' && line.text)).toEqual(['海棠路9号', '乘3路到税务局站', '出站右转']);
	expect(lines).toContainEqual({ type: 'qr', data: FACTS.link });
	expect(lines).toContainEqual({ type: 'pair', left: '工号', right: '8001' });
});

test('a slip printed again says so', () => {
	const lines = referralSlip({ ...FACTS, staff: null, reprint: true }, WORDS, 48);
	expect(lines.some((line) => line.type === 'text' && line.text === '补打')).toBe(true);
	expect(lines.some((line) => line.type === 'pair')).toBe(false);
});
