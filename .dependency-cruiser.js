const OURS = '^(kiosk|display|server|printer|db|test)/';
const TESTS = String.raw`\.(test|spec)\.ts$|^test/`;
const PAGES = String.raw`^server/routes/.*(\.svelte|\.svelte\.ts|/\+(page|layout)\.ts)$`;
const ROOMS = String.raw`^server/(?!routes/|rules/|boot/)`;
const VIEWS = String.raw`^server/(views(\.ts|/)|[a-z]+/view\.ts|realtime/events\.ts|rules/)`;
const NODE_SIDE = '^(server|printer|db)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'db-knows-nobody',
			comment: 'The database room is handed what it needs. Move what is shared into db/, or let the server room call.',
			severity: 'error',
			from: { path: '^db/', pathNot: TESTS },
			to: { path: OURS, pathNot: '^db/' }
		},
		{
			name: 'printer-knows-nobody',
			comment:
				'It also runs in the agent on a kiosk PC. Hand facts and words in; only the type of the words may be named.',
			severity: 'error',
			from: { path: '^printer/', pathNot: TESTS },
			to: { path: OURS, pathNot: '^(printer|display/words)/' }
		},
		{
			name: 'printer-is-handed-its-words',
			comment: 'The words are values of the hall: take them as a parameter, import only their type.',
			severity: 'error',
			from: { path: '^printer/', pathNot: TESTS },
			to: { path: '^display/words/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'rules-know-only-the-stored-words',
			comment: 'A rule is a pure function of what it is handed. Read rows in the verb and hand them to the rule.',
			severity: 'error',
			from: { path: '^server/rules/', pathNot: TESTS },
			to: { path: OURS, pathNot: String.raw`^(server/rules/|db/schema\.ts$)` }
		},
		{
			name: 'rules-name-rows-and-read-none',
			comment:
				'Only types of db/schema.ts: `import type`. A value that both need stands in the rule and is handed down.',
			severity: 'error',
			from: { path: '^server/rules/', pathNot: TESTS },
			to: { path: '^db/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'routes-are-imported-by-nobody',
			comment: 'A route is glue. What two places need belongs to a server room, or to display/ui if it draws.',
			severity: 'error',
			from: { path: OURS, pathNot: `^server/routes/|${TESTS}` },
			to: { path: '^server/routes/' }
		},
		{
			name: 'routes-hold-no-sql-and-no-device',
			comment: 'A route names, guards and loads: call a verb or a view of a server room. See server/README.md.',
			severity: 'error',
			from: { path: '^server/routes/', pathNot: TESTS },
			to: { path: '^(db|printer)/' }
		},
		{
			name: 'rooms-draw-nothing',
			comment: 'Of what pages are made of, the server uses the pure parts: display/words, led and voice.',
			severity: 'error',
			from: { path: ROOMS, pathNot: TESTS },
			to: { path: '^(kiosk|display)/', pathNot: '^display/(words|led|voice)/' }
		},
		{
			name: 'pages-never-touch-the-database',
			comment: 'A page gets what it draws from its load; see server/README.md.',
			severity: 'error',
			from: { path: `^(kiosk|display)/|${PAGES}`, pathNot: `^display/led/|${TESTS}` },
			to: { path: '^(db|printer)/' }
		},
		{
			name: 'led-knows-the-codec-of-frames',
			comment: 'Bytes of boards are made here and in printer/frames, which pads are read with too; both are pure.',
			severity: 'error',
			from: { path: '^display/led/', pathNot: TESTS },
			to: { path: '^(db|printer)/', pathNot: '^printer/frames/' }
		},
		{
			name: 'frames-are-pure',
			comment: 'A codec knows bytes and values, no wire, no package and no other room.',
			severity: 'error',
			from: { path: '^printer/frames/', pathNot: TESTS },
			to: { pathNot: '^printer/frames/' }
		},
		{
			name: 'pages-draw-what-they-are-given',
			comment:
				'From the server a page may name types (`import type`), and nothing else: let the load hand the value over.',
			severity: 'error',
			from: { path: `^(kiosk|display)/|${PAGES}`, pathNot: TESTS },
			to: { path: '^server/(?!routes/)', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'pages-name-only-views-and-events',
			comment:
				'The type of a view (server/views.ts, …/view.ts) or of an event is the only contract between the two halves.',
			severity: 'error',
			from: { path: `^(kiosk|display)/|${PAGES}`, pathNot: TESTS },
			to: { path: '^server/(?!routes/)', pathNot: VIEWS }
		},
		{
			name: 'display-knows-no-kiosk',
			comment: 'What both need belongs to display/ui, display/words or display/live.svelte.ts.',
			severity: 'error',
			from: { path: '^display/', pathNot: TESTS },
			to: { path: '^kiosk/' }
		},
		{
			name: 'not-to-test',
			comment: 'Production never imports test. Move what production needs out of test/.',
			severity: 'error',
			from: { path: OURS, pathNot: TESTS },
			to: { path: TESTS }
		},
		{
			name: 'no-circular',
			comment: 'Two modules that need each other are one module, or need a third.',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'no-orphans',
			comment: 'Nobody imports it and it imports nobody: delete it, or join it where it is needed.',
			severity: 'error',
			from: { orphan: true, path: OURS, pathNot: String.raw`${TESTS}|\.d\.ts$|^server/(boot|cli|routes)/` },
			to: {}
		},
		{
			name: 'no-unresolvable',
			comment: 'The import leads nowhere: mend the path, or install the package.',
			severity: 'error',
			from: { path: OURS },
			to: { couldNotResolve: true, pathNot: String.raw`^\$(app|env|service-worker)|/\$types(\.js)?$` }
		},
		{
			name: 'no-node-where-pages-and-rules-are',
			comment:
				'A browser has no node: modules, and a rule has no input or output. Do it in a server room and hand it over.',
			severity: 'error',
			from: {
				path: '^(kiosk|display|server/rules)/',
				pathNot: `^(display/voice/packs|kiosk/keyboard/table)/make\\.ts$|${TESTS}`
			},
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'databases-only-in-db',
			comment: 'SQL stands in db/, one function one statement. Rooms may name the type of a transaction.',
			severity: 'error',
			from: { path: OURS, pathNot: `^db/|${TESTS}` },
			to: { path: String.raw`node_modules/(kysely|better-sqlite3|pg)/`, dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'cables-only-in-printer',
			comment: 'Every wire to a device is opened in printer/wire, every slip composed in printer/escpos.',
			severity: 'error',
			from: { path: OURS, pathNot: `^printer/|${TESTS}` },
			to: { path: 'node_modules/(serialport|@serialport|node-thermal-printer)/' }
		},
		{
			name: 'sockets-only-in-realtime',
			comment: 'Emit through server/realtime; a page listens through display/line.svelte.ts and live.svelte.ts.',
			severity: 'error',
			from: {
				path: OURS,
				pathNot: String.raw`^server/realtime/|^display/line\.svelte\.ts$|^server/agent/(link|enrol)\.ts$|${TESTS}`
			},
			to: { path: 'node_modules/socket\\.io(-client)?/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'agents-have-no-database',
			comment: 'An agent has devices, a link and a journal: what it needs to know of the hall the server says.',
			severity: 'error',
			from: { path: '^server/agent/', pathNot: TESTS },
			to: {
				path: '^(db|server)/',
				pathNot: String.raw`^server/(agent/|agents/protocol\.ts|hardware/|setup/schema\.ts|clock\.ts|log\.ts)`
			}
		},
		{
			name: 'not-to-dev-packages',
			comment: 'The server runs without devDependencies: move the package to dependencies.',
			severity: 'error',
			from: { path: NODE_SIDE, pathNot: String.raw`${TESTS}|^server/routes/|^server/boot/|^server/vite-` },
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: String.raw`(^|/)(build|\.svelte-kit|\.node|data)/` },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'require', 'node', 'default', 'types'],
			mainFields: ['module', 'main', 'types']
		}
	}
};
