import { ITEM, clean, expect, openHouse, signInAs, test, type House, visit } from './people.ts';

/* Slips are changed on a page, by somebody who is no programmer, and come out so. */

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(() => house.close());

/** A picture as netpbm writes it: a black frame, 16 dots square. */
const SIGN = `P1\n16 16\n${'1'.repeat(16)}\n${`1${'0'.repeat(14)}1\n`.repeat(14)}${'1'.repeat(16)}\n`;

/** How a character stands in the picture of a slip. */
const drawn = (char: string): RegExp => new RegExp(encodeURIComponent(`>${char}<`));

test('K-08 a supervisor adds words and a sign to the ticket, sees them at once, and the next ticket has them', async ({
	open
}) => {
	const page = await signInAs(open, house, 'supervisor');
	await visit(page, `${house.url}/slips`, { line: false });
	const paper = page.getByTestId('paper-80');
	await expect(paper).toHaveAttribute('src', drawn('您'));
	await expect(paper).not.toHaveAttribute('src', drawn('隔'));

	await page.getByTestId('adding').selectOption('text');
	await page.getByTestId('add').click();
	await page.getByTestId('text-zh').fill('隔壁有茶水');
	await page.getByTestId('text-en').fill('Tea is next door');
	await expect(paper).toHaveAttribute('src', drawn('隔'));
	await page.getByTestId('size').selectOption('2');
	const row = page.getByTestId('block').nth(1);
	await expect(row).toHaveAttribute('data-block', 'text');
	await row.locator('[data-row]').press('Shift+ArrowDown');
	await expect(page.getByTestId('block').nth(2)).toHaveAttribute('data-block', 'text');
	await page.getByTestId('sign').setInputFiles({ name: 'a.pbm', mimeType: 'image/x', buffer: Buffer.from(SIGN) });
	await expect(page.getByTestId('sign-file')).toHaveText(/^sign-.*\.pbm$/);
	await page.getByTestId('sample').selectOption('long');
	await expect(paper).toHaveAttribute('src', drawn('B'));
	await clean(page, 'slips, a ticket with words of the hall');

	await page.keyboard.press('F9');
	await expect(page.getByTestId('told')).toContainText('已启用');
	await expect(page.getByTestId('save')).toBeDisabled();
	await house.issue(ITEM);
	await page.goto(`${house.url}/dev/devices`);
	const papers = page.getByTestId('paper');
	await expect(papers.first()).toHaveAttribute('src', drawn('隔'));
	await expect(papers.first()).toHaveAttribute('src', drawn('壁'));
});
