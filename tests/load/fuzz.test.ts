import { test } from 'vitest';
import { fuzz } from './fuzz.ts';

// The long run is `npm run fuzz -- --runs 100000`.
test('made-up folders break nothing', () => fuzz(400, 20261121), 60_000);
