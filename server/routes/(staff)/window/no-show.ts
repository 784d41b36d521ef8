import type { Words } from '#display/words/index.ts';
import type { NoShowView } from '#server/views.ts';

/** What is still missing until a called visitor may count as not having come; nothing for anybody else. */
export function noShowLine(noShow: NoShowView | null, now: number, w: Words['console']): string {
	if (noShow === null) return '';
	const seconds = (at: number): number => Math.max(0, Math.ceil((at - now) / 1000));
	if (noShow.from !== null) {
		const left = seconds(noShow.from);
		if (left > 0) return w.missIn({ seconds: left });
		return noShow.look ? w.missLook : w.missNow;
	}
	if (noShow.undelivered > 0) return w.notReached({ calls: noShow.callsLeft });
	const left = seconds(noShow.nextFrom);
	return left > 0
		? w.callsLeftIn({ calls: noShow.callsLeft, seconds: left })
		: w.callsLeft({ calls: noShow.callsLeft });
}
