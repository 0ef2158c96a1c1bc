import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, so that no other file still runs alone at the end. */
const LONG = [
  'e2e/gallery',
  'mutation/mutation',
  'e2e/guide-recipes',
  'e2e/persons-time',
  'e2e/worker-death',
  'e2e/kits',
  'e2e/aws',
  'e2e/guide-scenes',
  'e2e/capture',
  'e2e/doit-problems',
  'e2e/clickjacking',
];
const PROJECTS = ['mutation', 'firefox', 'e2e', 'contract', 'unit', 'architecture'];

/** Starts long files first: all projects share the same workers, and browsers mostly wait. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

function place({ moduleId, project }: TestSpecification): number {
  const long = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return long === -1 ? LONG.length + PROJECTS.indexOf(project.name) : long;
}
