import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicFaultsIn, type PublicRules } from './public-check.ts';

const RULES: PublicRules = { phones: ['0518-85801234', '12345'], words: ['拆迁补偿方案', 'Project Heron'] };
const kinds = (text: string): string[] => publicFaultsIn(text, RULES).map(({ kind }) => kind);

test.each([
	['证件号 999999199001011234 已登记', ['identity']],
	['请打 139-0000-0000 找他', ['mobile']],
	['家里电话 0512-66667777', ['telephone']],
	['请打中心电话 0518-85801234 或 85801234', []],
	['热线 12345，全年无休', []],
	['王某某被投诉后已处分', ['named']],
	['3号窗口工作人员李小明态度恶劣', ['named']],
	['工号 1024 推诿群众', ['named']],
	['有人举报 Mr. Wang took it', ['named']],
	['王女士问：外地人能办吗？', []],
	['对处分决定不服的，可以申请复核', []],
	['投诉电话请打 12345', []],
	['拆迁补偿方案尚未定', ['word']],
	['about project heron', ['word']],
	['仅供内部使用', ['secret']],
	['办理时限 5 个工作日，收费 80 元，2026 年 11 月 25 日起执行', []]
])('Q-07 %s', (text, found) => {
	expect(kinds(text)).toEqual(found);
});

test('Q-07 every place lies in the text, and none overlaps another', () => {
	const piece = fc.constantFrom(
		'王某',
		'投诉',
		'13900000000',
		'0512-66667777',
		'拆迁补偿方案',
		'，',
		' ',
		'工号1024',
		'机密★'
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join('');
			let last = 0;
			for (const { from, to } of publicFaultsIn(text, RULES)) {
				expect(from).toBeGreaterThanOrEqual(last);
				expect(to).toBeGreaterThan(from);
				expect(to).toBeLessThanOrEqual(text.length);
				last = to;
			}
		})
	);
});
