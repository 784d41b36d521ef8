/**
 * The hall file: everything that makes one hall different from another. Optional values that are left out are `null`,
 * times of day are minutes since local midnight, every text is in Chinese and English.
 */
import { z } from 'zod';
import { devices } from './schema/devices.ts';
import type { board, bus } from './schema/devices/boards.ts';
import type { evaluator, idReader, pad, padLine, scanner } from './schema/devices/inputs.ts';
import type { kiosk } from './schema/devices/kiosks.ts';
import type { printer } from './schema/devices/printers.ts';
import { hall, holiday, hours, policies, priorityClass, refusalGround, workday } from './schema/hall.ts';
import { freeService, good } from './schema/incidents.ts';
import {
	department,
	desk,
	item,
	material,
	named,
	notice,
	pauseReason,
	queue,
	staff,
	window,
	zone
} from './schema/services.ts';
import { slips } from './schema/slips.ts';
import type { medium, screen } from './schema/screens.ts';
import { telephone } from './schema/telephone.ts';

export const hallFile = z.strictObject({
	hall,
	hours,
	holidays: z.array(holiday).default([]),
	workdays: z.array(workday).default([]),
	policies: policies.prefault({}),
	classes: z.array(priorityClass).default([]),
	departments: z.array(department).min(1),
	zones: z.array(zone).min(1),
	desks: z.array(desk).default([]),
	queues: z.array(queue).min(1),
	windows: z.array(window).min(1),
	themes: z.array(named).default([]),
	materials: z.array(material).default([]),
	items: z.array(item).min(1),
	staff: z.array(staff).min(1),
	devices: devices.prefault({}),
	pauseReasons: z.array(pauseReason).min(1),
	refusalGrounds: z.array(refusalGround).default([]),
	notices: z.array(notice).default([]),
	goods: z.array(good).default([]),
	freeServices: z.array(freeService).default([]),
	telephone: telephone.prefault({}),
	slips: slips.prefault({})
});

/** A hall file after checking: defaults filled in, spans as minutes, nothing left to doubt. */
export type HallFile = z.output<typeof hallFile>;
export type Policies = z.output<typeof policies>;
export type ClassEntry = z.output<typeof priorityClass>;
export type ZoneEntry = z.output<typeof zone>;
export type DepartmentEntry = z.output<typeof department>;
export type QueueEntry = z.output<typeof queue>;
export type WindowEntry = z.output<typeof window>;
export type MaterialEntry = z.output<typeof material>;
export type ItemEntry = z.output<typeof item>;
export type StaffEntry = z.output<typeof staff>;
export type PrinterEntry = z.output<typeof printer>;
export type BusEntry = z.output<typeof bus>;
export type BoardEntry = z.output<typeof board>;
export type KioskEntry = z.output<typeof kiosk>;
export type ScreenEntry = z.output<typeof screen>;
export type MediumEntry = z.output<typeof medium>;
export type PauseReasonEntry = z.output<typeof pauseReason>;
export type GoodEntry = z.output<typeof good>;
export type FreeServiceEntry = z.output<typeof freeService>;
export type PadEntry = z.output<typeof pad>;
export type PadLineEntry = z.output<typeof padLine>;
export type EvaluatorEntry = z.output<typeof evaluator>;
export type ScannerEntry = z.output<typeof scanner>;
export type IdReaderEntry = z.output<typeof idReader>;
export type PadAction = PadEntry['keys'][string];
