// The `restart` section: who says that Windows must be restarted.
import * as v from 'valibot';

export const restartFactsSchema = v.object({
  pending: v.array(
    v.object({
      origin: v.picklist([
        'componentBasedServicing',
        'windowsUpdate',
        'fileRename',
        'updateExe',
        'computerRename',
        'configurationManager',
      ]),
      /** Registry path (with value name) or class that says so. */
      source: v.string(),
      /** What is waiting, e.g. the first files to be renamed; may be empty. */
      detail: v.array(v.string()),
    }),
  ),
});
export type RestartFacts = v.InferOutput<typeof restartFactsSchema>;
