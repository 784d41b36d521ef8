/** At a kiosk one page takes the place of another: the history holds nothing of a visitor that the next could go back to. */
import { applyAction, deserialize } from '$app/forms';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { ActionResult } from '@sveltejs/kit';
import type { Lang } from '#display/words/index.ts';

const SENT = { method: 'POST', headers: { accept: 'application/json', 'x-sveltekit-action': 'true' } } as const;

/** Sends a form, and shows what is answered in place of its page. False when no answer came: the page then stays as it is. */
export async function sendInPlace(form: HTMLFormElement, submitter: HTMLElement | null): Promise<boolean> {
	const result = await answerTo(form, submitter).catch(() => null);
	if (!result) return false;
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- resolved by the action that answered
	if (result.type === 'redirect') await goto(result.location, { replaceState: true, invalidateAll: true });
	else await applyAction(result);
	return true;
}

/** Rejects where no answer came, or one that is none of ours: what stands between may have a page of its own for that. */
async function answerTo(form: HTMLFormElement, submitter: HTMLElement | null): Promise<ActionResult> {
	const response = await fetch(form.action, { ...SENT, body: new FormData(form, submitter) });
	return deserialize(await response.text());
}

/** Back to the start of a kiosk: in the visitor's language, or as for the next one. */
export function toKiosk(device: string, lang: Lang | null): void {
	const query = `kiosk=${device}${lang === null ? '' : `&lang=${lang}`}` as const;
	void goto(resolve(`/kiosk?${query}`), { replaceState: true });
}
