import type { CallRow } from '#db/schema.ts';
import type { Why } from '../rules/discipline.ts';
import type { Text } from '../views.ts';

/** Why a ticket was called, in one line for the window; null for a recall, which has no reason of its own. */
export function whySentence(call: CallRow, headStartMinutes: number): Text | null {
	if (call.kind === 'recall') return null;
	const why = JSON.parse(call.why) as Why & { reason?: string };
	if (call.kind === 'chosen') {
		return { zh: `指定呼叫：${why.reason ?? ''}`, en: `Chosen by hand: ${why.reason ?? ''}` };
	}
	const [first, ...passed] = why.candidates;
	if (!first) return null;
	const after = passed.map((one) => one.number);
	const next = after.length === 0 ? NOBODY : { zh: `其后 ${after.join('、')}`, en: `then ${after.join(', ')}` };
	if (first.headStartMinutes === 0) {
		return { zh: `取号最早；${next.zh}`, en: `Waited longest; ${next.en}` };
	}
	return {
		zh: `优先，先行 ${String(first.headStartMinutes || headStartMinutes)} 分钟；${next.zh}`,
		en: `Priority, ${String(first.headStartMinutes || headStartMinutes)} min head start; ${next.en}`
	};
}

const NOBODY: Text = { zh: '其后无人等候', en: 'nobody else waiting' };
