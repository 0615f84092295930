// Every part of the interface has a type, and wrong uses are errors.
import { B2bB2cProfile, type B2bB2cProfileResult, type B2bB2cProfileStep } from 'b2b-b2c-profile';
import 'b2b-b2c-profile/define';
import { B2bB2cProfile as Inlined } from 'b2b-b2c-profile/inline';

const widget: B2bB2cProfile = document.createElement('b2b-b2c-profile');
widget.theme = 'dark';
widget.groupFirst = 'Shops';
widget.answers = true;
widget.addEventListener('step', ({ detail }) => {
  const step: B2bB2cProfileStep = detail;
  const number: number | null = step.number;
  console.log(number);
});
widget.addEventListener('error', ({ detail }) => console.log(detail.code === 'blocked'));
widget.addEventListener('click', ({ clientX }) => console.log(clientX));
const result: B2bB2cProfileResult | null = widget.result({ answers: true });
const high: number | undefined = result?.results[0]?.range[1];
console.log(high, Inlined.name);

// @ts-expect-error no such theme
widget.theme = 'pink';
// @ts-expect-error read only
widget.value = '';
// @ts-expect-error frozen
if (result) result.language = 'nl';
