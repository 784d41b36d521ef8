/** An answer that is sent by a gateway: when it is tried again, and when it is given up. */
import type { PhoneMessageRow } from '#db/schema.ts';

const MINUTE_MS = 60_000;

/** What became of a try: `reason` is a code, no personal data. `lasting`: another try would come to the same. */
export type Tried = { ok: true } | { ok: false; reason: string; lasting: boolean };

/** A message after a try. `retryMinutes`: how long after each failure it is tried again; then it is given up. */
export function afterTry(
	row: PhoneMessageRow,
	tried: Tried,
	{ at, retryMinutes }: { at: number; retryMinutes: readonly number[] }
): PhoneMessageRow {
	const counted = { ...row, attempts: row.attempts + 1, changed_at: at };
	if (tried.ok) return { ...counted, state: 'sent', next_at: null, reason: null };
	const wait = tried.lasting ? undefined : retryMinutes[row.attempts];
	if (wait === undefined) return { ...counted, state: 'failed', next_at: null, reason: tried.reason };
	return { ...counted, next_at: at + wait * MINUTE_MS, reason: tried.reason };
}
