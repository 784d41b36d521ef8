import { describe, expect, it } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { byCode } from './code.ts';

const WISH = { notice: '000000005724', intent: 'i', lang: 'zh-CN', device: 'kiosk-1' } as const;

function asked(of: Answer<{ of: string }>): { paths: string[]; opened: string[]; answer: ReturnType<typeof byCode> } {
	const paths: string[] = [];
	const opened: string[] = [];
	const ask = <T>(method: string, path: string): Promise<Answer<T>> => {
		paths.push(`${method} ${path}`);
		return Promise.resolve((method === 'GET' ? of : { ok: true, value: 'ticket' }) as Answer<T>);
	};
	return { paths, opened, answer: byCode(ask, WISH, (code) => opened.push(code)) };
}

describe('C-07 twelve digits at the kiosk', () => {
	it('of a notice are a number', async () => {
		const { paths, opened, answer } = asked({ ok: true, value: { of: 'notice' } });
		expect(await answer).toEqual({ ok: true, value: 'ticket' });
		expect([paths, opened]).toEqual([['GET /codes/000000005724', 'POST /notices/000000005724/return'], []]);
	});

	it('of a case open its page, and no number is asked for', async () => {
		const { paths, opened, answer } = asked({ ok: true, value: { of: 'case' } });
		const first = await Promise.race([answer, new Promise((resolve) => setImmediate(resolve, 'at work'))]);
		expect([first, opened, paths]).toEqual(['at work', ['000000005724'], ['GET /codes/000000005724']]);
	});

	it("of nobody are told as a notice's, after one try", async () => {
		const { paths, answer } = asked({ ok: false, problem: { code: 'code-unknown' } } as Answer<never>);
		expect(await answer).toMatchObject({ ok: false, problem: { code: 'notice-unknown' } });
		expect(paths).toHaveLength(1);
	});
});
