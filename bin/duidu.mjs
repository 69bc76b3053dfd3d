#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// The pages of a sheet are components, and only this one says how those are compiled.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.web.json', import.meta.url)) });
await import('../src/cli/main.ts');
