import { clean, expect, ITEM, KIOSK, openHouse, SCREEN, test, touch, type House } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

test('K-01 two fast touches on a slow line give one number', async ({ open }) => {
	const hall = await open(`${house.url}/display/social`, SCREEN);
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	const touched = Promise.withResolvers<undefined>();
	let wishes = 0;
	await kiosk.route('**/api/v1/tickets', async (route) => {
		wishes++;
		await touched.promise;
		await route.continue();
	});
	await touch(kiosk, 'zone-social');
	await touch(kiosk, `item-${ITEM}`);
	await touch(kiosk, 'take');
	const button = await kiosk.getByTestId('take').boundingBox();
	await expect(kiosk.getByTestId('take')).toContainText('正在取号');
	for (let times = 0; times < 3; times++) {
		await kiosk.touchscreen.tap((button?.x ?? 0) + 50, (button?.y ?? 0) + 50);
		await kiosk.waitForTimeout(200);
	}
	touched.resolve(undefined);
	await expect(kiosk.getByTestId('number')).toContainText('A001');
	expect(wishes).toBe(1);
	await expect(hall.locator('[data-testid=queue][data-queue=enroll] .count')).toHaveText('1');
});

test('K-01 an answer that was lost on the way is asked for again, and gives the same number', async ({ open }) => {
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	const numbers: string[] = [];
	await kiosk.route('**/api/v1/tickets', async (route) => {
		const answer = await route.fetch();
		numbers.push(((await answer.json()) as { number: string }).number);
		await (numbers.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }));
	});
	for (const id of ['zone-social', `item-${ITEM}`, 'take']) await touch(kiosk, id);
	await expect.poll(() => numbers).toHaveLength(2);
	const [lost, found] = numbers;
	expect(found).toBe(lost);
	await expect(kiosk.getByTestId('number')).toContainText(String(found));
});

test('K-01 K-11 D-05 who walks away is asked, with a countdown, and the next visitor finds a fresh start in Chinese', async ({
	open
}) => {
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	await clean(kiosk, 'zones');
	await touch(kiosk, 'lang-en');
	await expect(kiosk.locator('h1')).toHaveText('Choose a zone');
	await touch(kiosk, 'zone-social');
	const left = Date.now();
	/** The kiosk's clock stands so long after the last touch: however long a busy machine looks, nobody has gone meanwhile. */
	const later = (seconds: number): Promise<void> => kiosk.clock.setFixedTime(left + seconds * 1000);
	const question = kiosk.getByRole('dialog');
	await expect(question).toHaveCount(0);
	await later(62);
	await expect(question).toContainText('Are you still there?');
	const seconds = async (): Promise<number> => Number(/\d+/.exec(await question.innerText())?.[0]);
	const first = await seconds();
	expect(first).toBeGreaterThan(10);
	await later(65);
	await expect.poll(seconds).toBeLessThan(first);
	await clean(kiosk, 'are you still there');
	await later(90);
	await expect(kiosk.getByTestId('zone-social')).toBeVisible();
	await expect(question).toHaveCount(0);
	await expect(kiosk.locator('h1')).toHaveText('请选择您要去的分厅');
});
