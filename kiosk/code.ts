import type { Answer, Problem } from '#display/ask.ts';
import type { TicketView } from '#server/views.ts';
import type { Back } from './wish.ts';

type Ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;

/**
 * Twelve digits are of a notice, with which one comes back, or of a case, whose page opens. Whose they are is asked first,
 * so that a wrong code counts as one try.
 */
export async function byCode(
	ask: Ask,
	{ notice: code, ...wish }: Back,
	open: (code: string) => void
): Promise<Answer<TicketView>> {
	const what = await ask<{ of: 'notice' | 'case' }>('GET', `/codes/${code}`);
	if (!what.ok) return { ok: false, problem: asNotice(what.problem) };
	if (what.value.of === 'notice') return ask<TicketView>('POST', `/notices/${code}/return`, wish);
	open(code);
	// The page goes on elsewhere: until then the kiosk is at work.
	return new Promise(() => undefined);
}

/** It is told where codes are typed. */
function asNotice(problem: Problem): Problem {
	return problem.code === 'code-unknown' ? { ...problem, code: 'notice-unknown' } : problem;
}
