{# The type that a definition stands for: `result` is `B2bB2cProfileResult`. #}
{% macro name(path) %}{% set name = path | replace("#/$defs/", "") %}{{ api.class }}{{ name[:1] | upper }}{{ name[1:] }}{% endmacro %}
{% macro literal(value) %}{% if value is string %}'{{ value }}'{% else %}{{ value | tojson }}{% endif %}{% endmacro %}
{% macro attribute(type) %}
{% if type is not string %}'{{ type | join("' | '") }}'{% else %}{{ "string" if type == "colour" else type }}{% endif %}
{% endmacro %}
{% macro comment(form, indent) %}
{% if form.description is defined %}
{{ indent }}/** {{ form.description }} */
{% endif %}
{% endmacro %}
{% set simple = {"string": "string", "boolean": "boolean", "null": "null", "integer": "number", "number": "number"} %}
{# A form as a type; every value is frozen. What it has no word for is undefined, and so an error. #}
{% macro type(form, indent) %}
{% if "$ref" in form %}{{ name(form["$ref"]) }}
{%- elif "const" in form %}{{ literal(form.const) }}
{%- elif "enum" in form %}{% for one in form.enum %}{{ literal(one) }}{{ " | " if not loop.last }}{% endfor %}
{%- elif "anyOf" in form %}{% for one in form.anyOf %}{{ type(one, indent) }}{{ " | " if not loop.last }}{% endfor %}
{%- elif form.type is sequence %}{% for one in form.type %}{{ simple[one] }}{{ " | " if not loop.last }}{% endfor %}
{%- elif form.type == "array" %}{% set item = type(form["items"], indent) %}
{%- if form.minItems is defined and form.minItems == form.maxItems %}
readonly [{% for _ in range(form.minItems) %}{{ item }}{{ ", " if not loop.last }}{% endfor %}]
{%- else %}readonly {{ "(" ~ item ~ ")" if " " in item else item }}[]{% endif %}
{%- elif "properties" in form %}{% set inner = indent ~ "  " %}
{
{% for field, value in form.properties | items %}
{{ comment(value, inner) }}{{ inner }}readonly {{ field }}{{ "?" if field not in form.required }}: {{ type(value, inner) }};
{% endfor %}
{{ indent ~ "}" }}
{%- elif form.type == "object" %}{ readonly [id: string]: {{ type(form.additionalProperties, indent) }} }
{%- else %}{{ simple[form.type] }}{% endif %}
{% endmacro %}
// Made from api/element.json.

/** {{ api.summary }} */
export class {{ api.class }} extends HTMLElement {
{% for one in api.attributes if not one.native | default(false) %}
  /** {{ one.description }} */
  {{ one.property }}: {{ attribute(one.type) }};
{% endfor %}
{% for one in api.properties %}
  /** {{ one.description }} */
  readonly {{ one.name }}: {{ one.type }};
{% endfor %}
{% for one in api.methods %}
  /** {{ one.description }} */
  {{ one.name }}({% for parameter in one.parameters %}{{ parameter.name }}{{ "?" if parameter.optional }}: {{ parameter.type }}{{ ", " if not loop.last }}{% endfor %}): {{ one.returns }};
{% endfor %}
{# The overloads by which a listener knows its event's detail. #}
{% for verb, options in [("add", "AddEventListenerOptions"), ("remove", "EventListenerOptions")] %}
{% for map in [api.class ~ "EventMap", "HTMLElementEventMap"] %}
  {{ verb }}EventListener<K extends keyof {{ map }}>(type: K, listener: (this: {{ api.class }}, event: {{ map }}[K]) => unknown, options?: boolean | {{ options }}): void;
{% endfor %}
  {{ verb }}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | {{ options }}): void;
{% endfor %}
}

export interface {{ api.class }}EventMap {
{% for one in api.events %}
  /** {{ one.description }} */
  {{ one.name }}: CustomEvent<{{ name(one.detail["$ref"]) }}>;
{% endfor %}
}
{% for key, form in api["$defs"] | dictsort %}

{{ comment(form, "") }}export {% if "properties" in form %}interface {{ name(key) }} {{ type(form, "") }}{% else %}type {{ name(key) }} = {{ type(form, "") }};{% endif %}

{% endfor %}

/** The attributes, for JSX and templates. */
export interface {{ api.class }}Attributes {
{% for one in api.attributes %}
  '{{ one.name }}'?: {{ attribute(one.type) }};
{% endfor %}
}

declare global {
  interface HTMLElementTagNameMap {
    '{{ api.tag }}': {{ api.class }};
  }
}
