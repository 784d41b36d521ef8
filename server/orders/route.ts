import type { Tx } from '#db/group.ts';
import { getStaff } from '#db/people.ts';
import type { Role } from '#db/schema.ts';
import { freestOwner } from '../cases/owner.ts';
import type { Hall } from '../hall.ts';
import { ORDER } from '../rules/cases/order.ts';
import type { ReadOrder } from '../rules/orders/read.ts';

/** Whose an order is: null as department for the hall's own. */
export interface OrderRoute {
	department: string | null;
	owner: string;
}

const HALL_ROLES: readonly Role[] = ['supervisor', 'administrator', 'guide'];

/** Who answers for an order: by the hall file's routes, by the department that the sheet names, else the hall itself. Undefined where nobody could. */
export async function routeOrder(tx: Tx, hall: Hall, order: ReadOrder): Promise<OrderRoute | undefined> {
	const route = routeIn(hall, order);
	const department = route?.department ?? departmentIn(hall, order.department);
	const named = route?.owner == null ? undefined : await getStaff(tx.k, tx.hall, route.owner);
	if (named?.active === 1) return { department, owner: named.no };
	const of = { kinds: [ORDER.code], except: null };
	const liaison =
		department === null ? undefined : await freestOwner(tx, hall, { ...of, roles: ['liaison'], department });
	const owner = liaison ?? (await freestOwner(tx, hall, { ...of, roles: HALL_ROLES }));
	return owner === undefined ? undefined : { department, owner };
}

type Route = Hall['setup']['policies']['orders']['routes'][number];

function routeIn(hall: Hall, { department, category }: ReadOrder): Route | undefined {
	const { routes } = hall.setup.policies.orders;
	return routes.find(({ words }) => words.some((word) => department.includes(word) || category.includes(word)));
}

/** By its code, or by its name in either language. */
function departmentIn(hall: Hall, said: string): string | null {
	const known = hall.setup.file.departments.find(({ code, name }) => [code, name.zh, name.en].includes(said));
	return known?.code ?? null;
}
