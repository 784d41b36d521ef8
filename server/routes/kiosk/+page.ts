import { begunOf } from '#kiosk/early.ts';
import { fetchLater } from '#later';
import type { KioskView } from '#server/views.ts';
import type { PageLoad } from './$types';

/** A page that the server has drawn for an early touch is there in the browser before it is taken up. */
export const load: PageLoad = async ({ data, url }) => {
	const { item, page } = begunOf(url.searchParams);
	if (item !== null || page !== null) await fetchLater();
	return { lang: data.lang, view: JSON.parse(data.viewAsText) as KioskView };
};
