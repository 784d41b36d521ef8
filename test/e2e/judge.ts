/** Every rule about access that a program can judge, by axe. */
import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

export interface Violation {
	id: string;
	/** the markup of each place, shortened, and how to find it */
	nodes: { html: string; target: string }[];
}

/** Also the rules for those who read with half an eye, contrast above all. */
export const AAA: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag22aa'];

/**
 * What stands against the rules that bear one of these tags (`wcag2aa`), or against any. The judge is brought into a page
 * once, and works out only what is wrong: to write down all that is right as well takes it five times as long.
 */
export async function judge(page: Page, tags?: readonly string[]): Promise<Violation[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	const options: RunOptions = {
		resultTypes: ['violations'],
		...(tags && { runOnly: { type: 'tag', values: [...tags] } })
	};
	const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
		`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`
	);
	return violations.map(({ id, nodes }) => ({
		id,
		nodes: nodes.map(({ html, target }) => ({ html: html.slice(0, 160), target: String(target) }))
	}));
}

/** The same as a sentence each, for a test that says which page it was. */
export async function violated(page: Page, tags?: readonly string[]): Promise<string[]> {
	return (await judge(page, tags)).map(({ id, nodes }) => `${id} ${nodes[0]?.target ?? ''}`);
}
