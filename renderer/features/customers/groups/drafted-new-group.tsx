import { useState } from 'react';
import type { ResumedDraft } from '../../../app/drafts/resumed.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { newGroupDraft } from './groups-draft.ts';
import { NewGroup } from './new-group.tsx';

interface DraftedNewGroupProps {
  /** The draft that the field goes on with: give its id as `key`. */
  resumed: ResumedDraft | null;
  onMade: (groupId: string) => void;
}

/** A new word of the office, kept as a sealed draft while it is being typed. */
export function DraftedNewGroup({ resumed, onMade }: DraftedNewGroupProps) {
  const [newName, setNewName] = useState(() => newGroupDraft(resumed?.values));
  const kept = useDraft({
    form: 'customers.addGroup',
    subjectId: null,
    resumed,
    about: () => newName,
    values: () => ({ newName }),
  });
  const typed = (name: string) => {
    setNewName(name);
    if (name !== '') return;
    kept.discard();
    kept.renew();
  };
  return (
    <NewGroup
      name={newName}
      onName={typed}
      draftId={kept.draftId}
      onMade={(id) => {
        kept.saved();
        kept.renew();
        setNewName('');
        onMade(id);
      }}
    />
  );
}
