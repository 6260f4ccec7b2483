// The OpenAPI document and the running routes say the same, in both directions.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import { createApp } from './app.ts';
import { openApiDocument } from './openapi.ts';
import { routes } from './routes/index.ts';

const document = openApiDocument(routes);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

describe('the OpenAPI document', () => {
  let collector: TestCollector;
  beforeAll(async () => {
    collector = await testCollector('sqlite');
  });
  afterAll(() => collector.remove());

  test('names every route that runs, and only those', () => {
    const running: string[] = [];
    const app = createApp(collector, routes, {
      watch: ({ method, url }) => {
        if (method !== 'HEAD') running.push(`${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
      },
    });
    expect(app.hasRoute({ method: 'GET', url: '/api/v1/openapi.json' })).toBe(true);
    expect(running.length).toBeGreaterThan(20);
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(running.sort());
  });

  test('is answered by the app as it is made', async () => {
    const answer = await createApp(collector, routes).inject('/api/v1/openapi.json');
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test('is the one in docs (run `generate` after changing a route)', () => {
    const written: unknown = JSON.parse(
      readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8'),
    );
    expect(written).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test('has ids that are unique and schemas that compile', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'document', ...document });
    for (const { operation } of operations) {
      for (const response of Object.values(operation.responses)) {
        if ('$ref' in response) continue;
        for (const { schema } of Object.values(response.content ?? {})) ajv.compile({ ...Object(schema) });
      }
      const sent = Object.values(operation.requestBody?.content ?? {});
      for (const { schema } of [...sent, ...(operation.parameters ?? [])]) ajv.compile({ ...Object(schema) });
    }
    for (const name of Object.keys(document.components.responses)) {
      expect(name).toMatch(/^[\w.-]+$/);
    }
  });

  test('declares every parameter of a path', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).sort(), path).toEqual(inPath.sort());
    }
  });
});
