import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
// Only the rules that the result needs: SurveyJS brings its own for the questions.
import '../shared/result.css';
import { json, showResult } from './model.js';
import { ready } from '../shared/ready.js';
const survey = new Model(json);
survey.onComplete.add(s => showResult(s.data));
survey.onAfterRenderSurvey.add(ready);
renderSurvey(survey, document.getElementById('app'));
