import { expect, test } from 'vitest';
import { sensitiveIn } from './sensitive.ts';

const kinds = (text: string): string[] => sensitiveIn(text).map((one) => one.kind);

test.each([
	['身份证号999999199001011234', 'identity'],
	['身份证号 999999 19900101 123X。', 'identity'],
	['９９９９９９１９９００１０１１２３４', 'identity'],
	['请找小王 13800001234', 'mobile'],
	['电话：138-0000-1234', 'mobile'],
	['+86 138 0000 1234', 'mobile'],
	['卡号6222021234567890123', 'account'],
	['【内部】下月调整窗口', 'secret'],
	['此件仅供内部掌握', 'secret'],
	['机密★10年', 'secret'],
	['密级：秘密', 'secret'],
	['For internal use only', 'secret']
])('Q-07 %s is %s', (text, kind) => {
	expect(kinds(text)).toEqual([kind]);
});

test.each([
	'拨打12345、12333或0551-5550100',
	'每件80元，2026年11月25日起施行',
	'受理编号20261125000123',
	'涉及国家秘密、商业秘密的信息依法不公开',
	'400-800-1234转2',
	'内部通道在一楼东侧'
])('Q-07 %s may be published', (text) => {
	expect(kinds(text)).toEqual([]);
});

test('Q-07 each place is told once, in order, where it stands', () => {
	const text = '找13800001234，或999999199001011234';
	expect(sensitiveIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['13800001234', '999999199001011234']);
});
