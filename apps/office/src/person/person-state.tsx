import { type PersonState, type PostState, personStates, postStates } from '@gongkai/contract';
import { Status, type Tone } from '../component/status.tsx';

const personTones: Readonly<Record<PersonState, Tone>> = {
  invited: 'accent',
  active: 'good',
  locked: 'bad',
  left: 'plain',
};

export const PersonStatus = ({ state }: { readonly state: PersonState }) => (
  <Status tone={personTones[state]}>{personStates[state]}</Status>
);

const postTones: Readonly<Record<PostState, Tone>> = {
  proposed: 'warn',
  active: 'good',
  ended: 'plain',
  refused: 'plain',
};

export const PostStatus = ({ state }: { readonly state: PostState }) => (
  <Status tone={postTones[state]}>{postStates[state]}</Status>
);
