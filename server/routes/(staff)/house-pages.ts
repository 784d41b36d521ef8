import { words, type Lang } from '#display/words/index.ts';

/** Another page of the staff, as the head names it. */
export interface OtherPage {
	name: string;
	href: string;
}

/** The page somebody works at, as another page's head names it. */
export function homePage(lang: Lang, home: string): OtherPage[] {
	const { desk, supervise, console } = words(lang);
	const names: Readonly<Record<string, string>> = {
		'/desk': desk.title,
		'/supervise': supervise.title,
		'/window': console.title
	};
	const name = names[home];
	return name === undefined ? [] : [{ name, href: home }];
}

/** The pages of the house: 12345 orders, tasks, notes, rounds of inspection. */
export function housePages(lang: Lang, but?: 'orders' | 'tasks' | 'notes' | 'rounds'): OtherPage[] {
	const { orders, tasks, notes, rounds } = words(lang).house;
	const pages = [
		{ page: 'orders', name: orders.title, href: '/orders' },
		{ page: 'tasks', name: tasks.title, href: '/tasks' },
		{ page: 'notes', name: notes.title, href: '/notes' },
		{ page: 'rounds', name: rounds.title, href: '/rounds' }
	];
	return pages.filter(({ page }) => page !== but).map(({ name, href }) => ({ name, href }));
}

/** The same, and the devices, for who watches over a hall or its desk. */
export function hallPages(lang: Lang): OtherPage[] {
	return [...housePages(lang), { name: words(lang).watch.title, href: '/devices' }];
}
